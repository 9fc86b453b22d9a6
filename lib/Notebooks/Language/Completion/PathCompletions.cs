using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>File names in string literals, where the parameter that they are for has a name such as "path".</summary>
internal static class PathCompletions
{
    private static readonly string[] TellingNames = ["path", "file", "folder", "directory"];

    /// <summary>The files and folders, or null where the cursor is in no such string.</summary>
    internal static CompletionList? Complete(CellCode code, string folder)
    {
        var token = code.Cursor > 0 ? code.Root.FindToken(code.Cursor - 1) : default;
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent?.Parent is not ArgumentSyntax || !IsForPath(code, token))
        {
            return null;
        }

        int start = token.Text.StartsWith('@') ? 2 : 1;
        int end = code.Cursor - token.SpanStart;
        return start > end ? null : FileCompletions.Complete(token.Text[start..end], code.Cursor, folder);
    }

    private static bool IsForPath(CellCode code, SyntaxToken token)
    {
        if (Calls.Around(code.Root, token.SpanStart) is not { } call)
        {
            return false;
        }

        int index = call.Arguments.Count(argument => argument.Span.End <= token.SpanStart);
        return Overloads.Of(call, code.Model)
            .Select(overload => Overloads.ParameterAt(Overloads.Parameters(overload), call.Arguments, index)?.Name)
            .OfType<string>()
            .Any(name => TellingNames.Any(telling => name.Contains(telling, StringComparison.OrdinalIgnoreCase)));
    }
}
