using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace ManagedTorch.Tests.Data;

/// <summary>The numbers 0 to 4 with their squares.</summary>
internal sealed class Squares : Dataset
{
    public override long Count => 5;

    public override Dictionary<string, Tensor> GetTensor(long index) =>
        new() { ["x"] = tensor((float)index), ["y"] = tensor((float)(index * index)) };
}
