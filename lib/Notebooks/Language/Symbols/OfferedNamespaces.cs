using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Symbols;

/// <summary>Which namespaces a reader should be shown: the framework's own assemblies hold many that have nothing public.</summary>
internal static class OfferedNamespaces
{
    internal static bool IsOffered(INamespaceSymbol space) =>
        !(space.Name == "Internal" && space.ContainingNamespace.IsGlobalNamespace) && HasPublicType(space);

    private static bool HasPublicType(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public)
        || space.GetNamespaceMembers().Any(HasPublicType);
}
