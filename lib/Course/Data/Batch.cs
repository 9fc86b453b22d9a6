using static TorchSharp.torch;

namespace Course.Data;

/// <summary>Some pictures (B, C, H, W) and their labels (B), to be disposed after use.</summary>
public sealed record Batch(Tensor Images, Tensor Labels) : IDisposable
{
    /// <summary>The number of pictures.</summary>
    public int Count => (int)Images.shape[0];

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
