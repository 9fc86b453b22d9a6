using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity;

/// <summary>Tensors that PyTorch wrote: safetensors, packed by gzip (tests/fixtures/parity/recorder.py).</summary>
internal sealed class ParityFile
{
    private readonly Dictionary<string, (ScalarType Type, long[] Shape, int Start, int End)> entries = [];
    private readonly byte[] data;

    public ParityFile(string group)
    {
        using var file = File.OpenRead(Fixture.PathOf($"parity/{group}.safetensors.gz"));
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(file, CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        var content = unpacked.ToArray();
        var headerLength = (int)BinaryPrimitives.ReadInt64LittleEndian(content);
        data = content[(8 + headerLength)..];
        using var header = JsonDocument.Parse(content.AsMemory(8, headerLength));
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            var offsets = entry.Value.GetProperty("data_offsets");
            entries[entry.Name] = (TypeOf(entry.Value.GetProperty("dtype").GetString()!),
                [.. entry.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())], offsets[0].GetInt32(),
                    offsets[1].GetInt32());
        }
    }

    /// <summary>The names of the cases: what stands before the bar in the tensors' names.</summary>
    public IEnumerable<string> Cases => entries.Keys.Select(key => key[..key.IndexOf('|')]).Distinct();

    /// <summary>The tensor, or null when PyTorch gave none.</summary>
    public Tensor? Find(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
            return null;
        var result = empty(entry.Shape, entry.Type);
        data.AsSpan(entry.Start, entry.End - entry.Start).CopyTo(result.bytes);
        return result;
    }

    private static ScalarType TypeOf(string name) => name switch
    {
        "F32" => ScalarType.Float32,
        "F64" => ScalarType.Float64,
        "I64" => ScalarType.Int64,
        "I32" => ScalarType.Int32,
        "U8" => ScalarType.Byte,
        "BOOL" => ScalarType.Bool,
        _ => throw new InvalidDataException($"unknown element type {name}"),
    };
}
