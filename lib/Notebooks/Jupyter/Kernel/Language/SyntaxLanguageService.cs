using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>What can be told about code from its syntax alone.</summary>
internal sealed class SyntaxLanguageService : ILanguageService
{
    private static readonly CSharpParseOptions ScriptCode = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public Task<CompletionAnswer> CompleteAsync(string code, int cursor, CancellationToken cancel) =>
        Task.FromResult(new CompletionAnswer(cursor, cursor, []));

    public Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, int detail, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(null);

    public Completeness Check(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ScriptCode);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            return new Completeness("incomplete");
        }

        bool invalid = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new Completeness(invalid ? "invalid" : "complete");
    }
}
