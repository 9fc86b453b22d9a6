using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Symbols;

/// <summary>The completion kinds of the compiler's symbols.</summary>
internal static class SymbolKinds
{
    internal static CompletionKind Of(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CompletionKind.EnumMember,
        IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true } => CompletionKind.Constant,
        IFieldSymbol { ContainingType.IsScriptClass: true } => CompletionKind.Variable,
        IFieldSymbol => CompletionKind.Field,
        IPropertySymbol => CompletionKind.Property,
        IEventSymbol => CompletionKind.Event,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => CompletionKind.Function,
        IMethodSymbol { ContainingType.IsScriptClass: true } => CompletionKind.Function,
        IMethodSymbol => CompletionKind.Method,
        INamespaceSymbol => CompletionKind.Module,
        ITypeParameterSymbol => CompletionKind.TypeParameter,
        IAliasSymbol alias => Of(alias.Target),
        ITypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => CompletionKind.Struct,
            TypeKind.Interface => CompletionKind.Interface,
            TypeKind.Enum => CompletionKind.Enum,
            _ => CompletionKind.Class,
        },
        _ => CompletionKind.Variable,
    };
}
