namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements where the mask is true, in one dimension.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <summary>The positions of the elements that are not zero: (count, dimensions).</summary>
    public static Tensor nonzero(Tensor input) => input.nonzero();

    /// <summary>The elements moved along a dimension; those pushed out come in at the other end.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>A copy with elements of src stored along a dimension, each at its own position.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <summary>A copy with elements of src added along a dimension, each at its own position.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);
}
