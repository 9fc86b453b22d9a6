using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Notebooks.Compilation;
using Notebooks.Session;

namespace Notebooks.Language.Cells;

/// <summary>
/// Compiles code as the session's next piece without running it. It reads what the session has compiled and takes no
/// lock of it, so it works while a cell runs.
/// </summary>
internal sealed class CellBinder(CSharpSession session)
{
    private static readonly CSharpParseOptions ScriptCode = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly ReferenceFiles files = new(session.WorkingDirectory);
    private readonly Lazy<CSharpCompilation> first = new(() => First(session.WorkingDirectory));

    // The newest compilation without code. Compilations made from it share its references, which are slow to read.
    private EmptyPiece? empty;

    internal CellCode Bind(CellLayout layout, int cursor, CancellationToken cancel)
    {
        var compilation = Empty([.. layout.References()]);
        var pieces = layout.PiecesUpTo(cursor);
        foreach (string earlier in pieces.SkipLast(1))
        {
            compilation = Continue(Add(compilation, Parse(earlier, cancel)), []);
        }

        var tree = Parse(pieces[^1], cancel);
        compilation = Add(compilation, tree);
        return new CellCode(tree.GetRoot(cancel), compilation.GetSemanticModel(tree), cursor);
    }

    internal static SyntaxTree Parse(string code, CancellationToken cancel) =>
        CSharpSyntaxTree.ParseText(code, ScriptCode, cancellationToken: cancel);

    private static CSharpCompilation Add(CSharpCompilation empty, SyntaxTree tree) =>
        empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], tree);

    private CSharpCompilation Empty(IReadOnlyList<string> references)
    {
        var last = (CSharpCompilation?)session.Chain.Last?.GetCompilation() ?? first.Value;
        string key = string.Join('\n', references);
        if (empty is { } known && ReferenceEquals(known.After, last) && known.References == key)
        {
            return known.Compilation;
        }

        var present = Chain(last).SelectMany(compilation => compilation.References).OfType<PortableExecutableReference>()
            .Select(reference => reference.FilePath).ToHashSet();
        var added = files.Resolve(references).Where(reference => !present.Contains(reference.FilePath));
        var made = new EmptyPiece(last, key, Continue(last, added));
        empty = made;
        return made.Compilation;
    }

    // Each lists only the references that are new to it.
    private static IEnumerable<CSharpCompilation> Chain(CSharpCompilation last)
    {
        for (var current = last; current is not null; current = current.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            yield return current;
        }
    }

    private static CSharpCompilation Continue(CSharpCompilation last, IEnumerable<MetadataReference> added) =>
        CSharpCompilation.CreateScriptCompilation(
            "preview",
            Parse("", CancellationToken.None),
            added,
            last.Options,
            last,
            typeof(object));

    private static CSharpCompilation First(string workingDirectory) =>
        (CSharpCompilation)CSharpScript.Create<object>("", SubmissionOptions.Create(workingDirectory, new HashSet<string>()))
            .GetCompilation();

    private sealed record EmptyPiece(CSharpCompilation After, string References, CSharpCompilation Compilation);
}
