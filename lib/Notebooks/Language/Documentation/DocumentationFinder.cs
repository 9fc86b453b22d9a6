using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Language.Documentation;

/// <summary>Finds the XML documentation of a symbol: in a cell's <c>///</c> comments, beside its assembly, or in the SDK.</summary>
internal sealed class DocumentationFinder
{
    private readonly FrameworkDocumentation framework = new();
    private readonly ConcurrentDictionary<(string Path, DateTime Written), DocumentationFile?> files = new();

    /// <summary>The documentation, inherited where the symbol has none of its own; null when there is none.</summary>
    internal DocumentationComment? Find(ISymbol symbol, CSharpCompilation compilation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var current = Definition(symbol); current is not null && seen.Add(current); current = Inherited(current))
        {
            if (Own(current, compilation) is { HasElements: true } xml && !xml.Elements("inheritdoc").Any())
            {
                return new DocumentationComment(xml);
            }
        }

        return null;
    }

    /// <summary>The summary as plain text, or null.</summary>
    internal string? Summary(ISymbol symbol, CSharpCompilation compilation) =>
        Find(symbol, compilation)?.Summary is { } summary ? DocumentationText.Render(summary, markdown: false) : null;

    private static ISymbol? Definition(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } whole } => whole.OriginalDefinition,
        IAliasSymbol alias => alias.Target,
        _ => symbol.OriginalDefinition,
    };

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol method => (method.OverriddenMethod ?? Implemented(method))?.OriginalDefinition,
        IPropertySymbol property => (property.OverriddenProperty ?? Implemented(property))?.OriginalDefinition,
        IEventSymbol @event => (@event.OverriddenEvent ?? Implemented(@event))?.OriginalDefinition,
        _ => null,
    };

    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType?.AllInterfaces
        .SelectMany(type => type.GetMembers(symbol.Name))
        .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(
            symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    private XElement? Own(ISymbol symbol, CSharpCompilation compilation)
    {
        if (symbol.Locations.Any(location => location.IsInSource))
        {
            return Parse(symbol.GetDocumentationCommentXml());
        }

        if (symbol.GetDocumentationCommentId() is not { } id
            || symbol.ContainingAssembly is not { } assembly
            || (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is not { } path)
        {
            return null;
        }

        string xml = Path.ChangeExtension(path, ".xml");
        if (File.Exists(xml))
        {
            return files.GetOrAdd((xml, File.GetLastWriteTimeUtc(xml)), key => DocumentationFile.Open(key.Path))?.Find(id);
        }

        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type?.OriginalDefinition.GetDocumentationCommentId() is { } typeId ? framework.Find(id, typeId, assembly.Name) : null;
    }

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            // A comment with a stray "<": the compiler puts a remark in place of the XML.
            return null;
        }
    }
}
