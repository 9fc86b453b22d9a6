using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Symbols;

/// <summary>Which declarations a reader should be shown.</summary>
internal static class OfferedSymbols
{
    /// <summary>False for what cannot be written by name, is obsolete, or asks editors not to show it.</summary>
    internal static bool IsOffered(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !(symbol.IsImplicitlyDeclared && symbol is IFieldSymbol { ContainingType.IsScriptClass: true })
        && !HasHidingAttribute(symbol);

    private static bool HasHidingAttribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case nameof(ObsoleteAttribute):
                case nameof(EditorBrowsableAttribute)
                    when attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]:
                    return true;
            }
        }

        return false;
    }
}
