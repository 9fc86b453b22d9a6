using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Compilation;

/// <summary>Finds the files of <c>#load</c> from the notebook's folder, and leaves the names of cells as they are.</summary>
internal sealed class CellSourceResolver(string workingDirectory, IReadOnlySet<string> cells)
    : SourceFileResolver(ImmutableArray<string>.Empty, workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        cells.Contains(path) ? path : base.NormalizePath(path, baseFilePath);
}
