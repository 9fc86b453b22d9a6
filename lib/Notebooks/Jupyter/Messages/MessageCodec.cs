using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Messages;

/// <summary>Turns the parts of a wire message into a Jupyter message and back ("The Wire Protocol" of messaging 5.4).</summary>
internal sealed class MessageCodec(string key)
{
    internal const string ProtocolVersion = "5.4";

    // signature, header, parent header, metadata, content
    private const int PartsAfterDelimiter = 5;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MessageSigner signer = new(key);

    // New each time, because who sends or tests a message may change its parts.
    private static byte[] EmptyObject => "{}"u8.ToArray();

    /// <summary>This kernel process, in the headers it sends.</summary>
    internal string Session { get; } = Guid.NewGuid().ToString();

    /// <exception cref="MalformedMessageException">The parts are no message, or its signature is wrong.</exception>
    internal JupyterMessage Decode(IReadOnlyList<byte[]> parts)
    {
        int delimiter = 0;
        while (delimiter < parts.Count && !parts[delimiter].AsSpan().SequenceEqual(Delimiter))
        {
            delimiter++;
        }

        if (parts.Count < delimiter + 1 + PartsAfterDelimiter)
        {
            throw new MalformedMessageException(delimiter == parts.Count ? "no <IDS|MSG> delimiter" : "too few parts");
        }

        byte[] header = parts[delimiter + 2];
        byte[] parent = parts[delimiter + 3];
        byte[] metadata = parts[delimiter + 4];
        byte[] content = parts[delimiter + 5];
        if (!signer.Accepts(parts[delimiter + 1], header, parent, metadata, content))
        {
            throw new MalformedMessageException("the signature is wrong");
        }

        return new JupyterMessage
        {
            Route = [.. parts.Take(delimiter)],
            Header = ParseHeader(header),
            RawHeader = header,
            ParentId = (Parse(parent)["msg_id"] as JsonValue)?.ToString(),
            Content = Parse(content),
        };
    }

    /// <summary>Writes a message.</summary>
    /// <param name="route">The parts before the delimiter.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the message that caused it; null for none.</param>
    /// <param name="content">Its content.</param>
    internal byte[][] Encode(IEnumerable<byte[]> route, string type, byte[]? parent, JsonObject content) =>
        Encode(route, type, parent, content, out _);

    /// <summary>Writes a message and tells its id.</summary>
    internal byte[][] Encode(IEnumerable<byte[]> route, string type, byte[]? parent, JsonObject content, out string id)
    {
        id = Guid.NewGuid().ToString();
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = Session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("o", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        byte[] headerPart = Write(header);
        byte[] parentPart = parent ?? EmptyObject;
        byte[] contentPart = Write(content);
        byte[] metadataPart = EmptyObject;
        byte[] signature = signer.Sign(headerPart, parentPart, metadataPart, contentPart);
        return [.. route, Delimiter, signature, headerPart, parentPart, metadataPart, contentPart];
    }

    private static byte[] Write(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Json);

    private static MessageHeader ParseHeader(byte[] part)
    {
        var header = Parse(part);
        return new MessageHeader(Field(header, "msg_id"), Field(header, "session"), Field(header, "msg_type"));
    }

    private static string Field(JsonObject header, string name) =>
        header[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw new MalformedMessageException($"a header without {name}");

    private static JsonObject Parse(byte[] part)
    {
        try
        {
            var json = JsonNode.Parse(part) as JsonObject ?? throw new MalformedMessageException("a part is not a JSON object");

            // Names given twice are found at the first look, which is better now than inside a handler.
            _ = json.Count;
            return json;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new MalformedMessageException($"a part is not JSON: {exception.Message}");
        }
    }
}
