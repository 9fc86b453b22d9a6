#!/usr/bin/env bash
# Restores, builds, tests and runs everything on one of the stacks that need packages: tests/nuget-stack.sh cpu, or cuda on a machine with
# a GPU of NVIDIA. For machines that reach the public NuGet gallery; it downloads several gigabytes for cuda. Goes on after a failure and
# ends with a list of what failed and exit code 1.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit 1
stack="${1:-}"
if [[ "$stack" != cpu && "$stack" != cuda ]]; then
    echo "tests/nuget-stack.sh cpu|cuda" >&2
    exit 2
fi
export COURSE_STACK="$stack" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
failed=()

step() {
    local name="$1"
    shift
    echo "== $name"
    "$@" < /dev/null || { failed+=("$name"); echo "FAILED: $name"; return 1; }
}

# Without the packages nothing else can be said. The doctor says in one line what is missing.
step "restore" dotnet restore lib/Course/Course.csproj || { ./course doctor; exit 1; }
step "build" dotnet build Course.sln --nologo -v q -clp:NoSummary || exit 1
step "build of lib/Packages/Interactive" dotnet build lib/Packages/Interactive --nologo -v q -clp:NoSummary
step "doctor" ./course doctor

# The engine's own tests are about lib/ManagedTorch, which these stacks leave out.
for project in Course.Tests Notebooks.Tests Cli.Tests; do
    step "$project" dotnet test "tests/$project" --no-build --nologo
done
step "the subset rule" dotnet test tests/Chapters.Tests --no-build --nologo --filter "FullyQualifiedName~Surface"

step "chapters" ./course run --out "out/$stack"
step "exercises" ./course exercises --prove
step "bench" ./course bench a c --steps 10 --device "$([[ "$stack" == cuda ]] && echo cuda || echo cpu)"
# A process for each: the default device that one chapter sets would hold for the next.
for chapter in 00-start-here 01-attention 08-pretrained; do
    step "$chapter in .NET Interactive" dotnet lib/Packages/Interactive/bin/Course.Interactive.dll "notebooks/$chapter.ipynb"
done

if [[ ${#failed[@]} -gt 0 ]]; then
    printf 'Failed on the %s stack: %s\n' "$stack" "$(IFS=';'; echo "${failed[*]}")"
    exit 1
fi
echo "Everything passed on the $stack stack."
