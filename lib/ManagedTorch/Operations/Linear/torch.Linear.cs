namespace TorchSharp;

public static partial class torch
{
    /// <summary>The diagonal of two dimensions, which goes last.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);

    /// <summary>Product of a matrix and a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>Sum of the diagonal of a matrix.</summary>
    public static Tensor trace(Tensor input) => input.trace();
}
