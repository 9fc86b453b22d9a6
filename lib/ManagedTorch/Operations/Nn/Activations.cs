using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Fused activations; y has the shape of x, dy and dx are gradients.
    /// Softmax over a dimension: y_i = exp(x_i - m) / Σ_j exp(x_j - m), m = max x; dx = y (dy - Σ_j dy_j y_j).
    /// Log-softmax: y_i = x_i - m - log Σ_j exp(x_j - m); dx = dy - exp(y) Σ_j dy_j.
    /// GELU: y = x Φ(x) with Φ(x) = (1 + erf(x / √2)) / 2; dx = dy (Φ(x) + x φ(x)), φ the normal density.
    /// </summary>
    internal static unsafe class Activations
    {
        /// <summary>Softmax (or its logarithm) along a dimension.</summary>
        public static Tensor Softmax(Tensor x, long dim, bool log)
        {
            var name = log ? "log_softmax" : "softmax";
            if (!DTypes.IsFloating(x.Type))
                throw new InvalidOperationException($"{name}: the elements must be floats, not {x.Type}.");
            if (DTypes.IsReduced(x.Type))
                return Softmax(x.to_type(ScalarType.Float32), dim, log).to_type(x.Type);
            var at = Layout.Dimension(dim, x.Rank, name);
            if (x.Rank > 0 && at != x.Rank - 1)
                return Softmax(x.transpose(at, -1), -1, log).transpose(at, -1);
            var n = x.Rank == 0 ? 1 : x.Sizes[^1];
            var rows = n == 0 ? 0 : x.Count / n;
            using var input = x.InOrder();
            var result = Tensor.Empty(x.Sizes, x.Type);
            if (x.Type == ScalarType.Float32)
            {
                float* p = input.Pointer<float>(), q = result.Pointer<float>();
                if (log)
                    LogSoftmax.Forward(p, q, rows, n);
                else
                    Kernels.Softmax.Forward(p, q, rows, n);
            }
            else
            {
                double* p = input.Pointer<double>(), q = result.Pointer<double>();
                if (log)
                    LogSoftmax.Forward(p, q, rows, n);
                else
                    Kernels.Softmax.Forward(p, q, rows, n);
            }

            GC.KeepAlive(input);
            if (Tape.Open(name, x) is not { } node)
                return result;
            var saved = node.Save(result);
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var y = saved.Value;
                var dx = Tensor.Empty(y.Sizes, y.Type);
                if (y.Type == ScalarType.Float32)
                {
                    float* p = y.Pointer<float>(), q = dy.Pointer<float>(), r = dx.Pointer<float>();
                    if (log)
                        LogSoftmax.Backward(p, q, r, rows, n);
                    else
                        Kernels.Softmax.Backward(p, q, r, rows, n);
                }
                else
                {
                    double* p = y.Pointer<double>(), q = dy.Pointer<double>(), r = dx.Pointer<double>();
                    if (log)
                        LogSoftmax.Backward(p, q, r, rows, n);
                    else
                        Kernels.Softmax.Backward(p, q, r, rows, n);
                }

                GC.KeepAlive(dy);
                return [dx];
            });
            return node.Close(result);
        }

        /// <summary>GELU with the exact error function. Hendrycks and Gimpel 2016, section 2.</summary>
        public static Tensor Gelu(Tensor x)
        {
            if (x.Type != ScalarType.Float32)
                return x * 0.5 * (1 + (x * 0.70710678118654752).erf());
            using var input = x.InOrder();
            var result = Tensor.Empty(x.Sizes, x.Type);
            Kernels.Gelu.Forward(input.Pointer<float>(), result.Pointer<float>(), result.Count);
            GC.KeepAlive(input);
            if (Tape.Open("gelu", x) is not { } node)
                return result;
            var saved = node.Save(input);
            node.Define(g =>
            {
                var dx = g[0]!.RoomForGradient();
                using var dy = g[0]!.InOrder();
                Kernels.Gelu.Backward(saved.Value.Pointer<float>(), dy.Pointer<float>(), dx.Pointer<float>(), dx.Count);
                GC.KeepAlive(dy);
                return [dx];
            });
            return node.Close(result);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public unsafe partial class Tensor
        {
            /// <summary>exp(x) divided by its sum along a dimension.</summary>
            public Tensor softmax(long dim, ScalarType? dtype = null) =>
                Activations.Softmax(dtype is { } type ? to_type(type) : this, dim, log: false);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            public Tensor log_softmax(long dim, ScalarType? dtype = null) =>
                Activations.Softmax(dtype is { } type ? to_type(type) : this, dim, log: true);

            /// <summary>x times the probability that a standard normal number is below x.</summary>
            public Tensor gelu() => Activations.Gelu(this);
        }

        /// <summary>exp(x) divided by its sum along a dimension.</summary>
        public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        public static partial class nn
        {
            /// <summary>Modules without state, as functions.</summary>
            public static partial class functional
            {
                /// <summary>exp(x) divided by its sum along a dimension.</summary>
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

                /// <summary>The logarithm of the softmax along a dimension.</summary>
                public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

                /// <summary>x times the probability that a standard normal number is below x.</summary>
                public static Tensor gelu(Tensor x) => x.gelu();

                /// <summary>x times the probability that a standard normal number is below x.</summary>
                public static Tensor gelu(Tensor x, bool inplace) => inplace ? Arithmetics.InPlace("gelu_", x, t => t.gelu()) : x.gelu();

                /// <summary>The larger of each element and zero.</summary>
                public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

                /// <summary>1 / (1 + exp(-x)).</summary>
                public static Tensor sigmoid(Tensor x) => x.sigmoid();

                /// <summary>Hyperbolic tangent.</summary>
                public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();
            }
        }
    }
}
