using Microsoft.CodeAnalysis;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>The members of an enumeration, where a value of it is asked for.</summary>
internal static class EnumCompletions
{
    internal static void Add(CellCode code, CursorSyntax cursor, Candidates candidates)
    {
        var expected = ExpectedType.Of(code, cursor).Select(SymbolTypes.WithoutNull)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToArray();

        // Where overloads take other types too, the reader's own variables are as likely.
        var rank = expected.Length == 1 ? CompletionRank.Expected : CompletionRank.Member;
        foreach (var type in expected.Where(type => type.TypeKind == TypeKind.Enum))
        {
            string name = type.ToMinimalDisplayString(code.Model, cursor.WordStart);
            foreach (var member in type.GetMembers().Where(member => member is IFieldSymbol && OfferedSymbols.IsOffered(member)))
            {
                candidates.Add($"{name}.{member.Name}", member, rank);
            }
        }
    }
}
