#!/usr/bin/env bash
# The embedded engine against PyTorch on one workload, in turn, so that a drift of the machine touches both:
#   compare.sh [workload] [rounds] [steps] [threads]
# PyTorch is given the settings that make it fastest on CPUs that its OpenBLAS is too old to know. Needs a python3 with PyTorch
# (PYTHON=/path/to/python3 chooses one; Debian: python3-torch libopenblas0-openmp).
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
workload="${1:-a}" rounds="${2:-5}" steps="${3:-15}" threads="${4:-2}"
python="${PYTHON:-python3}"
if ! "$python" -c 'import torch' 2> /dev/null; then
    echo "compare.sh: $python has no PyTorch; set PYTHON to one that has." >&2
    exit 1
fi
dotnet build "$here" --nologo -v q -clp:NoSummary
program="$(find "$here/bin" -name Benchmarks.dll | head -1)"

export OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads
export MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TOP_PAD_=100000000
if grep -q avx512f /proc/cpuinfo; then
    export OPENBLAS_CORETYPE=Cooperlake ATEN_CPU_CAPABILITY=avx512
fi

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
ratios=()
for ((round = 1; round <= rounds; round++)); do
    theirs="$("$python" "$here/workloads.py" "$workload" "$steps" "$threads")"
    ours="$(dotnet "$program" "$workload" "$steps" "$threads")"
    echo "$theirs"
    echo "$ours"
    ratios+=("$(awk -v o="$(sed 's/.*median_ms": *\([0-9.]*\).*/\1/' <<< "$ours")" -v t="$(sed 's/.*median_ms": *\([0-9.]*\).*/\1/' <<< "$theirs")" 'BEGIN {printf "%.3f", o / t}')")
done
echo "embedded / PyTorch, median of $rounds rounds: $(printf '%s\n' "${ratios[@]}" | median)  (${ratios[*]})"
