using TorchSharp;

namespace Course.Data;

/// <summary>Copies tensors of any type, device and memory order into arrays.</summary>
internal static class TensorValues
{
    public static double[] ToDoubles(this torch.Tensor tensor) => Copy<double>(tensor, torch.ScalarType.Float64);

    public static float[] ToFloats(this torch.Tensor tensor) => Copy<float>(tensor, torch.ScalarType.Float32);

    public static long[] ToLongs(this torch.Tensor tensor) => Copy<long>(tensor, torch.ScalarType.Int64);

    /// <summary>A matrix as an array of rows and columns.</summary>
    /// <exception cref="ArgumentException">The tensor has not two dimensions.</exception>
    public static double[,] ToMatrix(this torch.Tensor tensor)
    {
        if (tensor.dim() != 2)
            throw new ArgumentException($"a matrix (rows, columns) is needed, not a tensor of shape {tensor.ShapeText()}");
        var values = new double[tensor.shape[0], tensor.shape[1]];
        Buffer.BlockCopy(tensor.ToDoubles(), 0, values, 0, values.Length * sizeof(double));
        return values;
    }

    /// <summary>"(2, 3)".</summary>
    public static string ShapeText(this torch.Tensor tensor) => ShapeText(tensor.shape);

    /// <summary>"(2, 3)".</summary>
    public static string ShapeText(this long[] shape) => $"({string.Join(", ", shape)}{(shape.Length == 1 ? "," : "")})";

    private static T[] Copy<T>(torch.Tensor tensor, torch.ScalarType type) where T : unmanaged
    {
        // The scope disposes what the conversions make; the tensor itself is not of this scope.
        using DisposeScope scope = torch.NewDisposeScope();
        return tensor.detach().to(type).cpu().data<T>().ToArray();
    }
}
