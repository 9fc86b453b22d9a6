using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Notebooks.Language.Documentation;

/// <summary>
/// The XML file that the compiler writes beside an assembly. Only the places of its entries are kept in memory; an
/// entry is read when it is asked for.
/// </summary>
internal sealed class DocumentationFile
{
    private static readonly byte[] Opening = "<member name=\""u8.ToArray();
    private static readonly byte[] Closing = "</member>"u8.ToArray();

    private readonly string path;
    private readonly Dictionary<string, (int Start, int Length)> entries = [];

    private DocumentationFile(string path, ReadOnlySpan<byte> text)
    {
        this.path = path;
        int at = 0;
        while (text[at..].IndexOf(Opening) is >= 0 and var offset)
        {
            int start = at + offset;
            int name = start + Opening.Length;
            int nameLength = text[name..].IndexOf((byte)'"');
            int length = text[start..].IndexOf(Closing);
            if (nameLength < 0 || length < 0)
            {
                break;
            }

            entries.TryAdd(Encoding.UTF8.GetString(text.Slice(name, nameLength)), (start, length + Closing.Length));
            at = start + length + Closing.Length;
        }
    }

    /// <summary>The file, or null when it is missing or cannot be read.</summary>
    internal static DocumentationFile? Open(string path)
    {
        try
        {
            return File.Exists(path) ? new DocumentationFile(path, File.ReadAllBytes(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal bool Has(string id) => entries.ContainsKey(id);

    /// <summary>The entry of a documentation id such as <c>T:System.String</c>, or null.</summary>
    internal XElement? Find(string id)
    {
        if (!entries.TryGetValue(id, out var place))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            file.Position = place.Start;
            byte[] text = new byte[place.Length];
            file.ReadExactly(text);
            return XElement.Parse(Encoding.UTF8.GetString(text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            // Rewritten by a build since it was read, or not XML.
            return null;
        }
    }
}
