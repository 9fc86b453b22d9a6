using Cli.Repository;

namespace Cli.Tests.DevContainers;

/// <summary>A test that clones the course: skipped where it is no git repository, where bash is missing, or on Windows.</summary>
public sealed class CloneFactAttribute : FactAttribute
{
    public CloneFactAttribute()
    {
        var root = CourseRepository.Find(AppContext.BaseDirectory).Root;
        Skip = OperatingSystem.IsWindows() ? "the container's set-up is a bash script"
            : !Path.Exists(Path.Combine(root, ".git")) ? $"{root} is no git repository to clone"
            : null;
    }
}
