using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>0.5 - 0.5 cos(2πx) for x from 0 to 1.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Windows.Create("hann_window", len, periodic, x => 0.5 - (0.5 * Math.Cos(2 * Math.PI * x)), dtype, device, requires_grad);

    /// <summary>alpha - beta cos(2πx) for x from 0 to 1.</summary>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Windows.Create("hamming_window", len, periodic, x => alpha - (beta * Math.Cos(2 * Math.PI * x)), dtype, device, requires_grad);

    /// <summary>0.42 - 0.5 cos(2πx) + 0.08 cos(4πx) for x from 0 to 1.</summary>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Windows.Create("blackman_window", len, periodic, x => 0.42 - (0.5 * Math.Cos(2 * Math.PI * x)) + (0.08 * Math.Cos(4 * Math.PI * x)),
            dtype, device, requires_grad);

    /// <summary>1 - |2x - 1| for x from 0 to 1.</summary>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Windows.Create("bartlett_window", len, periodic, x => 1 - Math.Abs((2 * x) - 1), dtype, device, requires_grad);

    /// <summary>I0(beta sqrt(1 - (2x - 1)²)) / I0(beta) for x from 0 to 1.</summary>
    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Windows.Create("kaiser_window", len, periodic,
            x => Windows.BesselI0(beta * Math.Sqrt(Math.Max(0, 1 - (((2 * x) - 1) * ((2 * x) - 1))))) / Windows.BesselI0(beta),
            dtype, device, requires_grad);
}
