using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>The 2-D convolution kernels of both float types. Tensors are contiguous.</summary>
internal static unsafe class ConvolutionKernel
{
    /// <summary>y = x * w + b; (N, C, H, W), (K, C / groups, h, w), (K) to (N, K, H', W').</summary>
    public static Tensor Forward(Conv2dShape s, Tensor x, Tensor w, Tensor? b)
    {
        var y = Tensor.Empty([s.Batch, s.OutChannels, s.OutHeight, s.OutWidth], x.Type);
        if (x.Type == ScalarType.Float32)
            Conv2d.Forward(s, x.Pointer<float>(), w.Pointer<float>(), b is null ? null : b.Pointer<float>(), y.Pointer<float>());
        else
            DoubleConv2d.Forward(s, x.Pointer<double>(), w.Pointer<double>(), b is null ? null : b.Pointer<double>(), y.Pointer<double>());
        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        return y;
    }

    /// <summary>dx from dy: each output's gradient times the weights, added to the inputs that the output saw.</summary>
    public static Tensor BackwardInput(Conv2dShape s, Tensor dy, Tensor w)
    {
        var dx = Tensor.Empty([s.Batch, s.InChannels, s.Height, s.Width], dy.Type);
        if (dy.Type == ScalarType.Float32)
            Conv2d.BackwardInput(s, dy.Pointer<float>(), w.Pointer<float>(), dx.Pointer<float>());
        else
            DoubleConv2d.BackwardInput(s, dy.Pointer<double>(), w.Pointer<double>(), dx.Pointer<double>());
        GC.KeepAlive(dy);
        GC.KeepAlive(w);
        return dx;
    }

    /// <summary>dw: each output's gradient times what it saw, over all outputs and pictures.</summary>
    public static Tensor BackwardWeight(Conv2dShape s, Tensor x, Tensor dy)
    {
        var dw = Tensor.Empty([s.OutChannels, s.InChannels / s.Groups, s.KernelHeight, s.KernelWidth], dy.Type);
        if (dy.Type == ScalarType.Float32)
            Conv2d.BackwardWeight(s, x.Pointer<float>(), dy.Pointer<float>(), dw.Pointer<float>());
        else
            DoubleConv2d.BackwardWeight(s, x.Pointer<double>(), dy.Pointer<double>(), dw.Pointer<double>());
        GC.KeepAlive(x);
        GC.KeepAlive(dy);
        return dw;
    }

    /// <summary>db: the sum of dy over pictures and places.</summary>
    public static Tensor BackwardBias(Conv2dShape s, Tensor dy)
    {
        var db = Tensor.Empty([s.OutChannels], dy.Type);
        if (dy.Type == ScalarType.Float32)
            Conv2d.BackwardBias(s, dy.Pointer<float>(), db.Pointer<float>());
        else
            DoubleConv2d.BackwardBias(s, dy.Pointer<double>(), db.Pointer<double>());
        GC.KeepAlive(dy);
        return db;
    }
}
