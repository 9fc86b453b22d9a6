using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>The names of a call's parameters, where an argument starts.</summary>
internal static class ArgumentNameCompletions
{
    internal static void Add(CellCode code, CursorSyntax cursor, Candidates candidates)
    {
        bool starts = cursor.Left.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken && cursor.Left.Parent is ArgumentListSyntax;
        if (!starts || Calls.Around(code.Root, cursor.WordStart) is not { } call)
        {
            return;
        }

        var earlier = call.Arguments.OfType<ArgumentSyntax>().Where(argument => argument.Span.End <= cursor.Left.SpanStart).ToArray();
        int byPlace = earlier.TakeWhile(argument => argument.NameColon is null).Count();
        var named = earlier.Select(argument => argument.NameColon?.Name.Identifier.Text).ToHashSet();
        foreach (var overload in Overloads.Of(call, code.Model))
        {
            foreach (var parameter in Overloads.Parameters(overload).Skip(byPlace).Where(parameter => !named.Contains(parameter.Name)))
            {
                candidates.Add($"{parameter.Name}:", CompletionKind.Value, CompletionRank.Argument, SymbolText.Short(parameter));
            }
        }
    }
}
