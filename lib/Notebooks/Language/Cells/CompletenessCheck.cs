using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Magics;

namespace Notebooks.Language.Cells;

/// <summary>Tells from a cell's syntax whether it could run or is still being written.</summary>
internal static class CompletenessCheck
{
    private const int IndentWidth = 4;

    // A string in quotes cannot go on in the next line.
    private const string OpenOrdinaryString = "CS1010";

    // The compiler reports these where they begin: a comment, a verbatim or raw string, a hole in a string, a try
    // without catch, #if and #region.
    private static readonly HashSet<string> OpenUntilEnd = ["CS1035", "CS1039", "CS8997", "CS8076", "CS1524", "CS1027", "CS1038"];

    internal static Completeness Of(string code, MagicRegistry magics)
    {
        var layout = new CellLayout(code, magics);
        if (layout.Regions.Any(region => region.Kind == CellRegionKind.MagicLine && magics.Find(FirstWord(code, region)) is null))
        {
            return new Completeness(CompletenessStatus.Invalid);
        }

        var pieces = layout.PiecesUpTo(code.Length);
        if (pieces.SkipLast(1).Any(piece => Errors(CellBinder.Parse(piece, CancellationToken.None)).Any()))
        {
            return new Completeness(CompletenessStatus.Invalid);
        }

        var tree = CellBinder.Parse(pieces[^1], CancellationToken.None);
        bool complete = SyntaxFactory.IsCompleteSubmission(tree);
        return complete && !Errors(tree).Any() ? new Completeness(CompletenessStatus.Complete)
            : !complete && MayGoOn(tree) ? new Completeness(CompletenessStatus.Incomplete, Indent(tree))
            : new Completeness(CompletenessStatus.Invalid);
    }

    private static string FirstWord(string code, CellRegion region) =>
        code[region.Start..region.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0];

    private static IEnumerable<Diagnostic> Errors(SyntaxTree tree) =>
        tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // More text can put right what is missing at the end, and what is open until the end; nothing before that.
    private static bool MayGoOn(SyntaxTree tree)
    {
        int end = tree.GetRoot().GetLastToken(includeSkipped: true).Span.End;
        return Errors(tree).All(error =>
            OpenUntilEnd.Contains(error.Id) || error.Location.SourceSpan.Start >= end && error.Id != OpenOrdinaryString);
    }

    private static string Indent(SyntaxTree tree)
    {
        var text = tree.GetText();
        var open = new Stack<SyntaxToken>();
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken when !token.IsMissing:
                    open.Push(token);
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken when !token.IsMissing:
                    open.TryPop(out _);
                    break;
            }
        }

        int line = open.TryPeek(out var last)
            ? text.Lines.GetLineFromPosition(last.SpanStart).LineNumber
            : text.Lines.Last(candidate => candidate.ToString().Trim().Length > 0 || candidate.LineNumber == 0).LineNumber;
        string start = text.Lines[line].ToString();
        int blanks = start.Length - start.TrimStart().Length;

        // Blanks would become part of an open string.
        bool inText = Errors(tree).Any(error => OpenUntilEnd.Contains(error.Id));
        return new string(' ', inText ? blanks : blanks + IndentWidth);
    }
}
