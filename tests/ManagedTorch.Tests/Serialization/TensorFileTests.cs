using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Serialization;

/// <summary>Tensors on their way through files and streams, in TorchSharp's format.</summary>
public sealed class TensorFileTests
{
    public static TheoryData<ScalarType> Types => [.. Enum.GetValues<ScalarType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_element_type_survives(ScalarType type)
    {
        using Tensor saved = (arange(24).reshape(2, 3, 4) - 5).to(type);
        AssertSame(saved, Through(saved));
    }

    [Fact]
    public void Special_numbers_keep_their_bits()
    {
        float[] values = [float.NaN, float.NegativeInfinity, -0f, float.Epsilon, float.MaxValue];
        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits),
            Through(tensor(values)).data<float>().ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [InlineData(new long[0])]
    [InlineData(new long[] { 0 })]
    [InlineData(new long[] { 3, 0, 5 })]
    [InlineData(new long[] { 1, 1, 1, 1, 1, 1, 2 })]
    [InlineData(new long[] { 700, 500 })]
    public void Every_shape_survives(long[] shape)
    {
        using Tensor saved = rand(shape);
        AssertSame(saved, Through(saved));
    }

    [Fact]
    public void A_view_is_saved_as_it_is_seen()
    {
        using Tensor whole = arange(60).reshape(3, 4, 5);
        foreach (Tensor view in new[] { whole.transpose(0, 2), whole[1], whole[TensorIndex.Colon, 1..3], whole.select(2, 1).expand(2, 3, 4) })
        {
            AssertSame(view, Through(view));
        }
    }

    [Fact]
    public void The_bytes_are_type_rank_lengths_elements()
    {
        Assert.Equal([6, 2, 2, 1, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0], Bytes(tensor(new[] { 1f, -2f }).reshape(2, 1)));
        // 300 is 0b10_0101100: seven bits a byte, the low ones first
        Assert.Equal([0, 1, 0xAC, 2], Bytes(zeros(300, ScalarType.Byte))[..4]);
        Assert.Equal([4, 0, 254, 255, 255, 255, 255, 255, 255, 255], Bytes(tensor(-2L)));
    }

    [Fact]
    public void A_module_holds_the_same_record()
    {
        using var list = nn.ParameterList(nn.Parameter(arange(6f).reshape(2, 3)));
        using MemoryStream stream = new();
        list.save(stream);
        Assert.Equal([1, 1, (byte)'0', .. Bytes(list[0])], stream.ToArray());
    }

    [Fact]
    public void Files_are_written_and_read_by_all_names()
    {
        string path = Path.GetTempFileName();
        try
        {
            using Tensor x = randn(4, 5);
            foreach (Action write in new Action[] { () => save(x, path), () => x.save(path), () => x.Save(path) })
            {
                File.WriteAllBytes(path, []);
                write();
                AssertSame(x, load(path));
                AssertSame(x, Tensor.load(path));
                AssertSame(x, Tensor.Load(path));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Tensors_follow_one_another_in_a_stream()
    {
        using MemoryStream stream = new();
        ones(3).Save(stream);
        arange(4).Save(stream);
        stream.Position = 0;
        AssertSame(ones(3), Tensor.Load(stream));
        AssertSame(arange(4), Tensor.Load(stream));
    }

    [Fact]
    public void A_stream_without_a_length_is_read_too()
    {
        using MemoryStream stream = new();
        using Tensor x = rand(600, 1000);
        using (GZipStream zip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            x.Save(zip);
            arange(3).Save(zip);
        }
        stream.Position = 0;
        using GZipStream unzip = new(stream, CompressionMode.Decompress);
        AssertSame(x, Tensor.Load(unzip));
        using BinaryReader reader = new(unzip);
        AssertSame(zeros(3, ScalarType.Int64), TensorExtensionMethods.Load(reader, skip: true));
    }

    [Fact]
    public void A_tensor_takes_over_what_was_saved()
    {
        using Tensor target = zeros(2, 3);
        using Tensor view = target.t();
        view.Load(Reader(Bytes(arange(6f).reshape(3, 2))));
        Assert.Equal([0, 2, 4, 1, 3, 5], Numbers.Of(target));

        using var leaf = nn.Parameter(zeros(2));
        leaf.Load(Reader(Bytes(ones(2))));
        Assert.Equal([1, 1], Numbers.Of(leaf));
        Assert.True(leaf.requires_grad && leaf.is_leaf);
    }

    [Fact]
    public void A_skipped_tensor_is_passed_over()
    {
        byte[] two = [.. Bytes(ones(2)), .. Bytes(full(3, 7f))];
        using BinaryReader reader = Reader(two);
        using Tensor target = zeros(3);
        target.Load(reader, skip: true);
        Assert.Equal([0, 0, 0], Numbers.Of(target));
        target.Load(reader);
        Assert.Equal([7, 7, 7], Numbers.Of(target));

        AssertSame(zeros(2), TensorExtensionMethods.Load(Reader(two), skip: true));
    }

    [Fact]
    public void A_reference_is_filled_or_made()
    {
        using Tensor there = zeros(2);
        Tensor? same = there;
        TensorExtensionMethods.Load(ref same, Reader(Bytes(ones(2))));
        Assert.Same(there, same);
        Assert.Equal([1, 1], Numbers.Of(there));

        Tensor? made = null;
        TensorExtensionMethods.Load(ref made, Reader(Bytes(ones(2))));
        AssertSame(ones(2), made!);
    }

    [Fact]
    public void Another_type_or_shape_is_refused_by_name()
    {
        using Tensor target = zeros(2);
        Assert.Equal("Load: the saved tensor is Int64 and the one to load it into Float32",
            Assert.Throws<ArgumentException>(() => target.Load(Reader(Bytes(arange(2))))).Message);
        string message = Assert.Throws<ArgumentException>(() => target.Load(Reader(Bytes(ones(3))))).Message;
        Assert.Contains("(3,)", message);
        Assert.Contains("(2,)", message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1024)]
    public void Elements_alone_are_their_bytes_in_order(int bufferSize)
    {
        using Tensor x = arange(6).reshape(2, 3);
        using MemoryStream stream = new();
        x.t().WriteBytesToStream(stream, bufferSize);
        Assert.Equal(new long[] { 0, 3, 1, 4, 2, 5 }.SelectMany(BitConverter.GetBytes), stream.ToArray());

        stream.Position = 0;
        using Tensor y = zeros(6, ScalarType.Int64);
        y.ReadBytesFromStream(stream, bufferSize);
        Assert.Equal([0, 3, 1, 4, 2, 5], Numbers.Of(y));
        stream.Position = 8;
        Assert.Throws<EndOfStreamException>(() => y.ReadBytesFromStream(stream, bufferSize));
        Assert.Contains("contiguous", Assert.Throws<ArgumentException>(() => x.t().ReadBytesFromStream(stream)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => y.WriteBytesToStream(stream, 0));
    }

    private static Tensor Through(Tensor saved)
    {
        using MemoryStream stream = new(Bytes(saved));
        Tensor loaded = Tensor.Load(stream);
        Assert.Equal(stream.Length, stream.Position);
        return loaded;
    }

    private static byte[] Bytes(Tensor tensor)
    {
        using MemoryStream stream = new();
        tensor.Save(stream);
        return stream.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(Bytes(expected), Bytes(actual));
    }
}
