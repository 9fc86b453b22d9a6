using Cli.Repository;

namespace Cli.Tests.DevContainers;

/// <summary>
/// A test that clones the course and builds it, which takes minutes on a busy machine: run where COURSE_SLOW_TESTS is set, as .ci/run does,
/// the course is a git repository, and there is bash.
/// </summary>
public sealed class CloneFactAttribute : FactAttribute
{
    public CloneFactAttribute()
    {
        var root = CourseRepository.Find(AppContext.BaseDirectory).Root;
        Skip = Environment.GetEnvironmentVariable("COURSE_SLOW_TESTS") is null ? "slow: set COURSE_SLOW_TESTS=1 to run it"
            : OperatingSystem.IsWindows() ? "the container's set-up is a bash script"
            : !Path.Exists(Path.Combine(root, ".git")) ? $"{root} is no git repository to clone"
            : null;
    }
}
