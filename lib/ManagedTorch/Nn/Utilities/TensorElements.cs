using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements of floating-point tensors as spans, for code that runs once and not in a kernel.</summary>
internal static class TensorElements
{
    /// <summary>Replaces each element x of a contiguous tensor by f(x), computed in double precision.</summary>
    internal static void Map(Tensor tensor, Func<double, double> function)
    {
        if (tensor.dtype == ScalarType.Float32)
        {
            foreach (ref float element in Span<float>(tensor))
            {
                element = (float)function(element);
            }
        }
        else
        {
            foreach (ref double element in Span<double>(tensor))
            {
                element = function(element);
            }
        }
    }

    /// <summary>The elements of a contiguous tensor. Keep the tensor alive while the span is in use.</summary>
    internal static Span<T> Span<T>(Tensor tensor) where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.bytes);
}
