using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Symbols;

/// <summary>Small questions about types.</summary>
internal static class SymbolTypes
{
    /// <summary>The type of a nullable value type's value; any other type is itself.</summary>
    internal static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
