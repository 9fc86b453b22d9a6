using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Serialization;

[Collection(MemoryCollection.Name)]
public sealed class UnfilledMemoryTests
{
    [Fact]
    public void A_header_without_elements_takes_no_memory()
    {
        long peak = ManagedTorch.Memory.Peak;
        using MemoryStream data = new();
        using BinaryWriter writer = new(data);
        writer.Write((byte)ScalarType.Byte);
        writer.Write((byte)1);
        writer.Write7BitEncodedInt64(peak + (1 << 20));
        writer.Write(new byte[1000]);
        data.Position = 0;
        Assert.Throws<InvalidDataException>(() => Tensor.Load(data));
        Assert.Equal(peak, ManagedTorch.Memory.Peak);
    }
}
