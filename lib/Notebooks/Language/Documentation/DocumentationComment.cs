using System.Xml.Linq;

namespace Notebooks.Language.Documentation;

/// <summary>A documentation comment by its parts, as elements to render.</summary>
internal sealed class DocumentationComment(XElement xml)
{
    internal XElement? Summary => xml.Element("summary");

    internal XElement? Returns => xml.Element("returns");

    internal XElement? Value => xml.Element("value");

    internal XElement? Remarks => xml.Element("remarks");

    internal IEnumerable<XElement> TypeParameters => xml.Elements("typeparam");

    internal IEnumerable<XElement> Parameters => xml.Elements("param");

    internal IEnumerable<XElement> Exceptions => xml.Elements("exception");
}
