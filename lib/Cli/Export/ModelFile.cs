namespace Cli.Export;

/// <summary>A file of lib/Course as the notebooks define it.</summary>
/// <param name="Name">Its path relative to lib/Course, for example Models/VisionTransformer.cs.</param>
/// <param name="Content">Its text.</param>
/// <param name="Sources">The notebooks that it comes from, as messages show them.</param>
internal sealed record ModelFile(string Name, string Content, IReadOnlyList<string> Sources);
