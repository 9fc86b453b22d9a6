using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Writes safetensors files: the widest elements first, then by name, after a header padded with spaces to a multiple of eight bytes.
/// So each tensor lies at a multiple of its element size, and the file is the one that the reference implementation writes.
/// </summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int BufferLength = 1 << 20;

    // Names as they are, not as escapes: the file goes into no web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        (string Name, string Type, Tensor Tensor)[] ordered =
        [
            .. tensors.Select(entry => (Name: entry.Key, Type: TypeOf(entry.Key, entry.Value), Tensor: entry.Value))
                .OrderBy(entry => SafetensorsTypes.Order(entry.Type)).ThenBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        byte[] header = Header(ordered, metadata);
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach ((_, _, Tensor tensor) in ordered)
        {
            using DisposeScope scope = NewDisposeScope();
            tensor.detach().cpu().contiguous().WriteBytesToStream(stream, BufferLength);
        }
    }

    private static string TypeOf(string name, Tensor tensor) => name == SafetensorsHeader.MetadataName
        ? throw new ArgumentException($"a tensor cannot be called '{name}': the format keeps that name for itself")
        : SafetensorsTypes.Name(tensor.dtype) ?? throw new ArgumentException(
            $"tensor '{name}' has elements of type {tensor.dtype}, which safetensors files do not have; convert it");

    private static byte[] Header(
        IReadOnlyList<(string Name, string Type, Tensor Tensor)> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (metadata is not null) WriteMetadata(json, metadata);
            long at = 0;
            foreach ((string name, string type, Tensor tensor) in entries)
            {
                long end = at + (tensor.numel() * tensor.element_size());
                WriteEntry(json, name, type, tensor.shape, at, end);
                at = end;
            }

            json.WriteEndObject();
        }

        while (buffer.Length % Alignment != 0) buffer.WriteByte((byte)' ');
        if (buffer.Length > SafetensorsHeader.MaxLength)
            throw new ArgumentException(
                $"the names take {buffer.Length} bytes; a safetensors file has room for {SafetensorsHeader.MaxLength}");
        return buffer.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataName);
        foreach ((string key, string value) in metadata) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, string type, long[] shape, long begin, long end)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", type);
        WriteNumbers(json, "shape", shape);
        WriteNumbers(json, "data_offsets", [begin, end]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string field, long[] numbers)
    {
        json.WriteStartArray(field);
        foreach (long number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
