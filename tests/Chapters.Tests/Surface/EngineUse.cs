using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Chapters.Tests.Surface;

/// <summary>A member of the tensor engine that some code names.</summary>
/// <param name="Type">The type that declares it, as the list of TorchSharp's surface writes it: TorchSharp.torch+nn+Module`2.</param>
/// <param name="Member">Its name; "this" for an indexer, null for the type itself.</param>
internal sealed record EngineUse(string Type, string? Member)
{
    // The stack decides which of them the course is built with.
    private static readonly string[] Engines = ["ManagedTorch", "TorchSharp"];

    /// <summary>Everything of the engine that the code of a compilation names.</summary>
    public static IEnumerable<EngineUse> In(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                var symbol = node is SimpleNameSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax
                    ? model.GetSymbolInfo(node).Symbol
                    : null;
                if (symbol?.OriginalDefinition is { } used && Engines.Contains(used.ContainingAssembly?.Name) && Of(Reduced(used)) is { } use)
                {
                    yield return use;
                }
            }
        }
    }

    public override string ToString() => Member is null ? Type : $"{Type}.{Member}";

    // An extension method called like a member is declared elsewhere.
    private static ISymbol Reduced(ISymbol symbol) => symbol is IMethodSymbol { ReducedFrom: { } method } ? method : symbol;

    private static EngineUse? Of(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => new EngineUse(NameOf(type), null),
        IPropertySymbol { IsIndexer: true } => new EngineUse(NameOf(symbol.ContainingType), "this"),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => new EngineUse(NameOf(symbol.ContainingType), symbol.ContainingType.Name),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } or IPropertySymbol or IFieldSymbol or IEventSymbol =>
            symbol.ContainingType is { } type ? new EngineUse(NameOf(type), symbol.Name) : null,
        _ => null,
    };

    private static string NameOf(INamedTypeSymbol type)
    {
        var own = type.Arity == 0 ? type.Name : $"{type.Name}`{type.Arity}";
        return type.ContainingType is { } outer ? $"{NameOf(outer)}+{own}" : $"{type.ContainingNamespace}.{own}";
    }
}
