using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Serialization;

/// <summary>Data that is no tensor: one clear error, and no memory asked for that the data does not fill.</summary>
public sealed class DamagedFileTests
{
    /// <summary>The number 2^56: no machine has room for as many elements.</summary>
    private static readonly byte[] Huge = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1];

    public static TheoryData<string, byte[], string> Damaged => new()
    {
        { "nothing at all", [], "ends within the tensor" },
        { "no shape", [6], "ends within the tensor" },
        { "half a shape", [6, 2, 3], "ends within the tensor" },
        { "no elements", [6, 1, 3], "ends within the tensor" },
        { "elements cut off", [6, 1, 1, 0, 0, 0], "ends within the tensor" },
        { "no such element type", [8, 0, 0, 0], "no element type 8" },
        { "an element type behind a sign", [200, 1, 0], "no element type 200" },
        { "an element type that wraps around", [0x86, 2, 0, 0, 0, 0, 0], "no element type 262" },
        { "too many dimensions", [6, 65], "65 dimensions" },
        { "dimensions beyond counting", [6, .. Huge], "dimensions are more than" },
        { "a length beyond the data", [6, 1, .. Huge], "ends within the tensor" },
        { "more elements than can be counted", [6, 2, .. Huge, .. Huge], "more elements" },
        { "more elements, then none", [6, 3, .. Huge, .. Huge, 0], "more elements" },
        { "more bytes than can be addressed", [10, 2, .. Huge, 64], "cannot be addressed" },
        { "a number without end", [6, 1, .. Enumerable.Repeat((byte)0xFF, 20)], "too many bytes" },
        { "a truth value of 2", [11, 1, 3, 0, 1, 2], "neither 0 nor 1" },
        { "a PyTorch file", [.. "PK\u0003\u0004archive/data.pkl"u8], "safetensors" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Damage_is_named(string damage, byte[] data, string expected)
    {
        Assert.NotEmpty(damage);
        foreach (Stream stream in new[] { new MemoryStream(data), new OneWayStream(data) })
        {
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Tensor.Load(stream)).Message);
        }
    }

    [Fact]
    public void Skipping_trusts_no_length_either()
    {
        foreach (Stream stream in new[] { new MemoryStream([6, 1, .. Huge]), new OneWayStream([6, 1, .. Huge]) })
        {
            using BinaryReader reader = new(stream);
            Assert.Throws<InvalidDataException>(() => TensorExtensionMethods.Load(reader, skip: true));
        }
    }

    [Fact]
    public void A_tensor_stays_as_it_was_when_the_data_ends_early()
    {
        using Tensor target = ones(3);
        using BinaryReader reader = new(new MemoryStream([6, 1, 3, 0, 0, 0, 0, 0]));
        Assert.Throws<InvalidDataException>(() => target.Load(reader));
        Assert.Equal([1, 1, 1], Numbers.Of(target));
    }

    [Fact]
    public void Errors_about_a_file_name_the_file()
    {
        Assert.Contains("nowhere.bin", Assert.Throws<FileNotFoundException>(() => load("nowhere.bin")).Message);
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [6, 1, 9]);
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => load(path)).Message);
            File.WriteAllBytes(path, [0, 1, 2, 0, 0, 99]);
            Assert.Contains("1 bytes follow the tensor", Assert.Throws<InvalidDataException>(() => load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void No_change_of_bytes_does_more_than_refuse_or_load()
    {
        Random random = new(1);
        using MemoryStream whole = new();
        arange(40f).reshape(2, 4, 5).Save(whole);
        for (int round = 0; round < 2000; round++)
        {
            byte[] data = whole.ToArray();
            for (int i = 0; i <= round % 3; i++)
            {
                data[random.Next(random.Next(2) == 0 ? 6 : data.Length)] = (byte)random.Next(256);
            }
            try
            {
                using Tensor loaded = Tensor.Load(new MemoryStream(data, 0, random.Next(data.Length + 1)));
                Assert.True(loaded.numel() * loaded.element_size() <= data.Length);
            }
            catch (InvalidDataException)
            {
                // a refusal in words
            }
        }
    }

    [Fact]
    public void A_module_names_the_entry_and_the_file()
    {
        using var list = nn.ParameterList(nn.Parameter(ones(2)));
        byte[] entry = [1, 1, (byte)'0'];
        Assert.Contains("'0': the data is no tensor", Refusal([.. entry, 8, 0]));
        Assert.Contains("'0'", Refusal([.. entry, 6, 1, .. Huge]));
        Assert.Contains("impossible length", Refusal([1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));
        Assert.Contains("impossible length", Refusal([1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        Assert.Contains("safetensors", Refusal([.. "PK\u0003\u0004"u8, .. new byte[100]]));

        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, entry);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => list.load(path)).Message);
        File.Delete(path);

        string Refusal(byte[] data) => Assert.Throws<InvalidDataException>(() => list.load(new MemoryStream(data))).Message;
    }

    /// <summary>A stream that is read forward only and does not know its length.</summary>
    private sealed class OneWayStream(byte[] data) : MemoryStream(data)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
