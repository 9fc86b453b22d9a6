using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;

namespace Notebooks.Language.Completion;

/// <summary>The keywords that can stand at a place, roughly: one too many does less harm than one too few.</summary>
internal static class KeywordCompletions
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte",
        "short", "string", "uint", "ulong", "ushort",
    ];

    private static readonly string[] Values =
    [
        "async", "await", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "ref", "out", "sizeof",
        "stackalloc", "static", "throw", "true", "typeof", "unchecked", "var",
    ];

    private static readonly string[] Statements =
    [
        "abstract", "break", "case", "catch", "class", "const", "continue", "delegate", "do", "else", "enum", "finally", "fixed",
        "for", "foreach", "goto", "if", "interface", "internal", "lock", "partial", "private", "public", "readonly", "record",
        "return", "sealed", "struct", "switch", "try", "unsafe", "using", "void", "while", "yield",
    ];

    private static readonly string[] Members =
    [
        "abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "extern", "file", "implicit", "interface",
        "internal", "new", "operator", "override", "partial", "private", "protected", "public", "readonly", "record", "ref",
        "required", "sealed", "static", "struct", "unsafe", "virtual", "void", "volatile",
    ];

    private static readonly string[] BehindValues =
    [
        "and", "as", "ascending", "by", "descending", "equals", "group", "in", "into", "is", "join", "let", "not", "on", "or",
        "orderby", "select", "switch", "when", "where", "with",
    ];

    /// <summary>Adds what can follow a value, such as <c>is</c>; false where no value has just ended.</summary>
    internal static bool AddBehindValue(CellCode code, CursorSyntax cursor, Candidates candidates)
    {
        bool goesOn = EndsValue(cursor.Left) && cursor.IsOnLineOfLeft;
        if (!goesOn || TypePlaces.GivesName(code.Root, cursor) && !TypePlaces.FollowsValue(code, cursor))
        {
            return false;
        }

        Add(BehindValues, candidates);
        return true;
    }

    internal static void Add(CellCode code, CursorSyntax cursor, bool typesOnly, Candidates candidates) =>
        Add(At(code, cursor, typesOnly).Distinct(), candidates);

    private static void Add(IEnumerable<string> keywords, Candidates candidates)
    {
        foreach (string keyword in keywords)
        {
            candidates.Add(keyword, CompletionKind.Keyword, CompletionRank.Keyword);
        }
    }

    private static IEnumerable<string> At(CellCode code, CursorSyntax cursor, bool typesOnly)
    {
        var left = cursor.Left;
        if (typesOnly)
        {
            return left.Parent is UsingDirectiveSyntax ? ["static", "var"] : Types;
        }

        if (IsInTypeBody(left))
        {
            return [.. Types, .. Members];
        }

        IEnumerable<string> instance = code.Root.FindToken(cursor.WordStart).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is null
            ? []
            : ["base", "this"];
        IEnumerable<string> statements = StartsStatement(left) || !cursor.IsOnLineOfLeft ? Statements : [];
        return [.. Types, .. Values, .. statements, .. instance];
    }

    private static bool EndsValue(SyntaxToken left) => left.Kind() switch
    {
        SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.CloseBracketToken
            or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword => !left.Parent.IsKind(SyntaxKind.AttributeList),
        SyntaxKind.CloseParenToken => !IsHeadOfStatement(left) && left.Parent is not CastExpressionSyntax,
        _ => false,
    };

    private static bool IsHeadOfStatement(SyntaxToken close) => close.Parent is StatementSyntax;

    private static bool StartsStatement(SyntaxToken left) => left.Kind() switch
    {
        SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword
            or SyntaxKind.TryKeyword or SyntaxKind.FinallyKeyword => true,
        SyntaxKind.OpenBraceToken => left.Parent is BlockSyntax or SwitchStatementSyntax,
        SyntaxKind.ColonToken => left.Parent is SwitchLabelSyntax or LabeledStatementSyntax,
        SyntaxKind.CloseParenToken => IsHeadOfStatement(left),
        SyntaxKind.CloseBracketToken => left.Parent is AttributeListSyntax,
        _ => SyntaxFacts.IsKeywordKind(left.Kind()) && left.Parent is MemberDeclarationSyntax or LocalFunctionStatementSyntax,
    };

    private static bool IsInTypeBody(SyntaxToken left) => left.Kind() switch
    {
        SyntaxKind.OpenBraceToken => left.Parent is TypeDeclarationSyntax,
        SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken =>
            left.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Parent is TypeDeclarationSyntax
            && left.Parent is BlockSyntax { Parent: not StatementSyntax } or not StatementSyntax,
        _ => SyntaxFacts.IsKeywordKind(left.Kind()) && left.Parent is MemberDeclarationSyntax { Parent: TypeDeclarationSyntax },
    };
}
