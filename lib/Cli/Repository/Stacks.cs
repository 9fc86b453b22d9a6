namespace Cli.Repository;

/// <summary>The stacks that the course can be built with: what supplies tensors and the other packages.</summary>
internal static class Stacks
{
    /// <summary>The course's own engine; needs nothing but the SDK.</summary>
    public const string Embedded = "embedded";

    /// <summary>TorchSharp and the other packages, on a GPU.</summary>
    public const string Cuda = "cuda";

    /// <summary>The environment variable that chooses one, for builds and for the tool.</summary>
    public const string Variable = "COURSE_STACK";

    // Written by Directory.Build.targets.
    private const string Note = "stack";

    /// <summary>Every stack.</summary>
    public static readonly string[] All = [Embedded, "cpu", Cuda];

    /// <summary>The stack that is asked for.</summary>
    public static string Wanted => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } stack ? stack : Embedded;

    /// <summary>The stack that the build in a folder was made for.</summary>
    public static string Of(string folder) =>
        Path.Combine(folder, Note) is var note && File.Exists(note) ? File.ReadAllText(note).Trim() : Embedded;
}
