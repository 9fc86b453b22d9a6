using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A matrix or a batch of matrices as GEMM reads it: row-major with a leading dimension, or the transpose of that. A tensor whose
/// strides allow neither is copied.
/// </summary>
internal readonly struct MatrixView : IDisposable
{
    private MatrixView(Tensor tensor, bool transposed, int leading)
    {
        Tensor = tensor;
        Transposed = transposed;
        Leading = leading;
    }

    public Tensor Tensor { get; }

    public bool Transposed { get; }

    public int Leading { get; }

    public static MatrixView Of(Tensor x)
    {
        long rows = x.Sizes[^2], columns = x.Sizes[^1], down = x.Strides[^2], across = x.Strides[^1];
        if (Math.Max(down, across) > int.MaxValue)
            return new MatrixView(x.Copy(), false, (int)Math.Max(1, columns));
        if ((across == 1 || columns <= 1) && (down >= columns || rows <= 1))
            return new MatrixView(x.Alias(), false, (int)(rows <= 1 ? Math.Max(1, columns) : down));
        if ((down == 1 || rows <= 1) && (across >= rows || columns <= 1))
            return new MatrixView(x.Alias(), true, (int)(columns <= 1 ? Math.Max(1, rows) : across));
        return new MatrixView(x.Copy(), false, (int)Math.Max(1, columns));
    }

    public void Dispose() => Tensor.Dispose();
}
