using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive;

namespace Notebooks.Compilation;

/// <summary>
/// Makes <c>Console.Clear()</c> empty the cell's output. The console's own method reaches for a terminal, which a notebook has not, and
/// unlike what Console writes it cannot be redirected while the program runs.
/// </summary>
internal static class ConsoleClear
{
    private const string Replacement = $"{nameof(Kernel.ClearOutput)}()";

    private static readonly CSharpParseOptions ScriptCode = new(LanguageVersion.Latest, kind: Microsoft.CodeAnalysis.SourceCodeKind.Script);

    /// <summary>The code with other calls in place of those, every character after them where it was.</summary>
    internal static string Redirect(string code)
    {
        if (!code.Contains("Console.Clear", StringComparison.Ordinal))
        {
            return code;
        }

        char[] text = code.ToCharArray();
        var calls = CSharpSyntaxTree.ParseText(code, ScriptCode).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.ToString() is "Console.Clear()" or "System.Console.Clear()");
        foreach (var call in calls)
        {
            Replacement.PadRight(call.Span.Length).CopyTo(0, text, call.Span.Start, call.Span.Length);
        }

        return new string(text);
    }
}
