using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;

namespace Notebooks.Language.Completion;

/// <summary>The properties and fields that an object initializer, a <c>with</c> or a property pattern can name.</summary>
internal static class InitializerCompletions
{
    /// <summary>Adds them; false where the cursor is in none, or other things may stand there too.</summary>
    internal static bool Add(CellCode code, CursorSyntax cursor, Candidates candidates)
    {
        if (cursor.Left.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken))
        {
            return false;
        }

        var (type, used, reads) = cursor.Left.Parent switch
        {
            InitializerExpressionSyntax initializer => (TypeOf(initializer, code.Model), Names(initializer), false),
            PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } clause =>
                (TypeOf(pattern, code.Model), Names(clause), true),
            _ => (null, [], false),
        };
        if (type is null or IErrorTypeSymbol)
        {
            return false;
        }

        foreach (var member in code.Model.LookupSymbols(code.Cursor, type))
        {
            if (!member.IsStatic && !used.Contains(member.Name) && (reads ? IsReadable(member) : IsSettable(member)))
            {
                candidates.Add(member, CompletionRank.Expected);
            }
        }

        // A collection's initializer holds its items.
        return reads || type.AllInterfaces.All(implemented => implemented.SpecialType != SpecialType.System_Collections_IEnumerable);
    }

    private static ITypeSymbol? TypeOf(InitializerExpressionSyntax initializer, SemanticModel model) => initializer.Parent switch
    {
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type,
        WithExpressionSyntax copy => model.GetTypeInfo(copy.Expression).Type,
        AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left).Type,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(RecursivePatternSyntax pattern, SemanticModel model)
    {
        var info = model.GetTypeInfo(pattern);
        return info.ConvertedType is null or IErrorTypeSymbol ? info.Type : info.ConvertedType;
    }

    private static HashSet<string> Names(InitializerExpressionSyntax initializer) =>
    [
        .. initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .Select(assignment => assignment.Left).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text),
    ];

    private static HashSet<string> Names(PropertyPatternClauseSyntax clause) =>
        [.. clause.Subpatterns.Select(part => part.NameColon?.Name.Identifier.Text).OfType<string>()];

    private static bool IsSettable(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is not null && !property.IsIndexer,
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        _ => false,
    };

    private static bool IsReadable(ISymbol member) => member switch
    {
        IPropertySymbol property => property.GetMethod is not null && !property.IsIndexer,
        _ => member is IFieldSymbol,
    };
}
