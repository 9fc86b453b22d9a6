using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>The 2-D pooling kernels of both float types. Tensors are contiguous.</summary>
internal static unsafe class PoolingKernel
{
    public static void MaxForward(in Pool2dShape s, Tensor x, Tensor y, Tensor index)
    {
        if (x.Type == ScalarType.Float32)
            MaxPool2d.Forward(s, x.Pointer<float>(), y.Pointer<float>(), index.Pointer<long>());
        else
            DoublePool2d.MaxForward(s, x.Pointer<double>(), y.Pointer<double>(), index.Pointer<long>());
        GC.KeepAlive(x);
    }

    public static void MaxBackward(in Pool2dShape s, Tensor dy, Tensor index, Tensor dx)
    {
        if (dy.Type == ScalarType.Float32)
            MaxPool2d.Backward(s, dy.Pointer<float>(), index.Pointer<long>(), dx.Pointer<float>());
        else
            DoublePool2d.MaxBackward(s, dy.Pointer<double>(), index.Pointer<long>(), dx.Pointer<double>());
        GC.KeepAlive(dy);
        GC.KeepAlive(index);
    }

    public static void AverageForward(in Pool2dShape s, Tensor x, Tensor y, bool countPadding, long divisor)
    {
        if (x.Type == ScalarType.Float32)
            AvgPool2d.Forward(s, x.Pointer<float>(), y.Pointer<float>(), countPadding, divisor);
        else
            DoublePool2d.AverageForward(s, x.Pointer<double>(), y.Pointer<double>(), countPadding, divisor);
        GC.KeepAlive(x);
    }

    public static void AverageBackward(in Pool2dShape s, Tensor dy, Tensor dx, bool countPadding, long divisor)
    {
        if (dy.Type == ScalarType.Float32)
            AvgPool2d.Backward(s, dy.Pointer<float>(), dx.Pointer<float>(), countPadding, divisor);
        else
            DoublePool2d.AverageBackward(s, dy.Pointer<double>(), dx.Pointer<double>(), countPadding, divisor);
        GC.KeepAlive(dy);
    }
}
