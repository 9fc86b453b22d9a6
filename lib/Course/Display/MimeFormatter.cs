namespace Course.Display;

/// <summary>Formats values of one type as one MIME type; .NET Interactive calls the two members by name.</summary>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> format)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(format(value));
        return true;
    }
}
