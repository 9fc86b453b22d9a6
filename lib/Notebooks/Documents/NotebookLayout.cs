using System.Text;

namespace Notebooks.Documents;

/// <summary>How a notebook's file is laid out, so that inserted text looks like the rest.</summary>
internal sealed record NotebookLayout(string? Indent, string NewLine)
{
    /// <summary>Jupyter's own layout.</summary>
    public static readonly NotebookLayout Jupyter = new(" ", "\n");

    /// <summary>Reads the layout off the first line break of the file; a file of one line has no indent.</summary>
    public static NotebookLayout Detect(ReadOnlySpan<byte> utf8)
    {
        var lineEnd = utf8.IndexOf((byte)'\n');
        if (lineEnd < 0 || lineEnd == utf8.Length - 1)
        {
            return new NotebookLayout(null, "\n");
        }

        var next = utf8[(lineEnd + 1)..];
        var width = next.IndexOfAnyExcept((byte)' ', (byte)'\t');
        var indent = width > 0 ? Encoding.ASCII.GetString(next[..width]) : "";
        return new NotebookLayout(indent, lineEnd > 0 && utf8[lineEnd - 1] == '\r' ? "\r\n" : "\n");
    }
}
