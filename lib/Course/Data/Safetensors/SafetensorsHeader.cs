using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace Course.Data;

/// <summary>
/// The head of a safetensors file: eight bytes with the length of a JSON object (little-endian), then the object
/// {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, ...} with an optional "__metadata__" of strings. The elements
/// follow, one tensor after another without gaps. A file that keeps to less than this is refused.
/// </summary>
internal sealed class SafetensorsHeader
{
    public const string MetadataName = "__metadata__";
    public const int PrefixLength = 8;

    /// <summary>The limit of the reference implementation.</summary>
    public const long MaxLength = 100_000_000;

    private const int MaxRank = 64;

    /// <summary>An object of objects of lists is three deep; the rest is room for a clear error.</summary>
    private const int MaxDepth = 8;

    private readonly string _file;
    private readonly Dictionary<string, SafetensorsEntry> _entries = [];
    private readonly Dictionary<string, string> _metadata = [];

    private SafetensorsHeader(string file) => _file = file;

    /// <summary>The tensors in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The place in the file from which offsets are counted.</summary>
    public long DataStart { get; private set; }

    /// <summary>Reads and checks the head of a file; <paramref name="name"/> appears in the messages.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or is no safetensors file.</exception>
    public static SafetensorsHeader Read(Stream stream, string name)
    {
        var header = new SafetensorsHeader(name);
        byte[] json = header.ReadJson(stream);
        header.DataStart = PrefixLength + json.Length;
        header.Parse(json);
        header.CheckPlaces(stream.Length - header.DataStart);
        return header;
    }

    private byte[] ReadJson(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        if (stream.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength)
            throw Damaged($"it has {stream.Length} bytes, and the length of the header alone takes {PrefixLength}");
        if (prefix.StartsWith("PK\u0003\u0004"u8))
            throw Damaged(
                "it is a ZIP archive as PyTorch's torch.save writes it; in Python write it again with safetensors.torch.save_file");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxLength) throw Damaged($"its first eight bytes promise a header of {length} bytes; {MaxLength} are allowed");
        if (length > (ulong)(stream.Length - PrefixLength))
            throw Damaged($"the header should have {length} bytes, and only {stream.Length - PrefixLength} follow: the file is cut off");
        var json = new byte[length];
        stream.ReadExactly(json);
        if (json.Length == 0 || json[0] != (byte)'{') throw Damaged("the header does not begin with '{'");
        if (!Utf8.IsValid(json)) throw Damaged("the header is not UTF-8");
        return json;
    }

    private void Parse(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals(MetadataName)) ParseMetadata(property.Value);
                else ParseEntry(property.Name, property.Value);
            }
        }
        catch (JsonException error)
        {
            throw Damaged($"the header is no JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, written as an escape, is the one text that JsonDocument accepts and cannot hand out.
            throw Damaged("the header has text that is no Unicode", error);
        }
    }

    private void ParseMetadata(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Damaged($"{MetadataName} is no object");
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
                throw Damaged($"'{property.Name}' in {MetadataName} is {property.Value.ValueKind} where text is needed");
            if (!_metadata.TryAdd(property.Name, property.Value.GetString()!))
                throw Damaged($"'{property.Name}' comes twice in {MetadataName}");
        }
    }

    private void ParseEntry(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Damaged(name, $"it is described by {value.ValueKind} where an object is needed");
        JsonElement? type = null, shape = null, offsets = null;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (property.NameEquals("dtype")) Set(ref type, name, property);
            else if (property.NameEquals("shape")) Set(ref shape, name, property);
            else if (property.NameEquals("data_offsets")) Set(ref offsets, name, property);
        }

        if (type is not { ValueKind: JsonValueKind.String } || shape is not { ValueKind: JsonValueKind.Array } || offsets is null)
            throw Damaged(name, "it needs the fields dtype (text), shape (a list) and data_offsets");
        SafetensorsEntry entry = Entry(name, type.Value.GetString()!, Lengths(name, shape.Value), offsets.Value);
        if (!_entries.TryAdd(name, entry)) throw Damaged(name, "it comes twice");
    }

    private void Set(ref JsonElement? field, string name, JsonProperty property)
    {
        if (field is not null) throw Damaged(name, $"the field '{property.Name}' comes twice");
        field = property.Value;
    }

    private long[] Lengths(string name, JsonElement shape)
    {
        if (shape.GetArrayLength() > MaxRank) throw Damaged(name, $"it has {shape.GetArrayLength()} dimensions; {MaxRank} are allowed");
        return [.. shape.EnumerateArray().Select(length => Whole(name, "shape", length))];
    }

    private SafetensorsEntry Entry(string name, string type, long[] shape, JsonElement offsets)
    {
        if (offsets.ValueKind != JsonValueKind.Array || offsets.GetArrayLength() != 2)
            throw Damaged(name, "data_offsets is no list of two numbers");
        long begin = Whole(name, "data_offsets", offsets[0]), end = Whole(name, "data_offsets", offsets[1]);
        if (end < begin) throw Damaged(name, $"its bytes end at {end}, before they begin at {begin}");
        int bits = SafetensorsTypes.Bits(type) ?? throw Damaged(name, $"there is no element type '{type}' in the format");
        long bytes = Bytes(name, shape, bits / 8);
        if (bytes != end - begin)
            throw Damaged(name, $"shape {shape.ShapeText()} of {type} takes {bytes} bytes, and its place in the file has {end - begin}");
        return new SafetensorsEntry(name, type, shape, begin, end);
    }

    private long Bytes(string name, long[] shape, int size)
    {
        try
        {
            return shape.Aggregate((long)size, (product, length) => checked(product * length));
        }
        catch (OverflowException error)
        {
            throw Damaged(name, $"shape {shape.ShapeText()} has more elements than can be counted", error);
        }
    }

    private long Whole(string name, string field, JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out long value) && value >= 0
            ? value
            : throw Damaged(name, $"{field} has {Shorten(number.GetRawText())} where a whole number from 0 on is needed");

    // Tensors lie side by side and fill the file: no bytes are read twice, and none are left that nothing describes.
    private void CheckPlaces(long dataLength)
    {
        Entries = [.. _entries.Values.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        long at = 0;
        foreach (SafetensorsEntry entry in Entries)
        {
            if (entry.End > dataLength)
                throw Damaged(entry.Name, $"its bytes end at {entry.End}, and the file has {dataLength} after the header: it is cut off");
            if (entry.Begin < at) throw Damaged(entry.Name, $"its bytes begin at {entry.Begin}, within those of another tensor");
            if (entry.Begin > at)
                throw Damaged(entry.Name, $"its bytes begin at {entry.Begin}, and those from {at} on belong to no tensor");
            at = entry.End;
        }

        if (at < dataLength) throw Damaged($"{dataLength - at} bytes follow the last tensor");
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private InvalidDataException Damaged(string reason, Exception? cause = null) => new($"{_file}: no safetensors file: {reason}", cause);

    private InvalidDataException Damaged(string tensor, string reason, Exception? cause = null) =>
        new($"{_file}: tensor '{Shorten(tensor)}': {reason}", cause);
}
