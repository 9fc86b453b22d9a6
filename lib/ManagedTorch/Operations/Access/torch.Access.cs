namespace TorchSharp;

public static partial class torch
{
    /// <summary>True when the only element is not zero.</summary>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();
}
