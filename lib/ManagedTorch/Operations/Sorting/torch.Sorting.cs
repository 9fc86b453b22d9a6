namespace TorchSharp;

public static partial class torch
{
    /// <summary>The positions that sort along a dimension.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);
}
