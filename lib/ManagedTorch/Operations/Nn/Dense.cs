using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// y = x Wᵀ + b as one operation: x (..., in), W (out, in), b (out), y (..., out).
    /// Backward, rows of all leading dimensions taken together: dx = dy W, dW = dyᵀ x, db = Σ_rows dy.
    /// </summary>
    internal static unsafe class Dense
    {
        public static Tensor Linear(Tensor x, Tensor weight, Tensor? bias)
        {
            if (weight.Rank != 2 || x.Rank == 0 || x.Sizes[^1] != weight.Sizes[1])
                throw Errors.Shapes("linear", x.Sizes, weight.Sizes,
                    $"the input needs a last dimension of {(weight.Rank == 2 ? weight.Sizes[1] : -1)} (weight is (out, in))");
            if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0]))
                throw Errors.Shapes("linear", weight.Sizes, bias.Sizes, "the bias needs one element for each row of the weight");
            Errors.RequireType("linear", x, weight, bias);
            if (x.Type != ScalarType.Float32)
            {
                var product = x.matmul(weight.transpose(0, 1));
                return bias is null ? product : product + bias;
            }

            long outputs = weight.Sizes[0], inputs = weight.Sizes[1];
            var rows = inputs == 0 ? Layout.Count(x.Sizes.AsSpan(..^1)) : x.Count / inputs;
            Errors.RequireInt("linear", rows, inputs, outputs);
            using var input = x.InOrder();
            using var w = weight.InOrder();
            using var b = bias?.InOrder();
            var result = Tensor.Empty([.. x.Sizes[..^1], outputs], x.Type);
            Gemm.Multiply(false, true, (int)rows, (int)outputs, (int)inputs, input.Pointer<float>(), (int)inputs, w.Pointer<float>(),
                (int)inputs, result.Pointer<float>(), (int)outputs, bias: b is null ? null : b.Pointer<float>());
            GC.KeepAlive(b);
            if (Tape.Open("linear", x, weight, bias) is not { } node)
                return result;
            var savedInput = node.Needs(1) ? node.Save(input) : null;
            var savedWeight = node.Needs(0) ? node.Save(w) : null;
            var shape = x.Sizes;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var p = dy.Pointer<float>();
                Tensor? dx = null, dw = null, db = null;
                if (savedWeight is not null)
                {
                    dx = Tensor.Empty(shape, ScalarType.Float32);
                    Gemm.Multiply(false, false, (int)rows, (int)inputs, (int)outputs, p, (int)outputs, savedWeight.Value.Pointer<float>(),
                        (int)inputs, dx.Pointer<float>(), (int)inputs);
                }

                if (savedInput is not null)
                {
                    dw = Tensor.Empty([outputs, inputs], ScalarType.Float32);
                    Gemm.Multiply(true, false, (int)outputs, (int)inputs, (int)rows, p, (int)outputs, savedInput.Value.Pointer<float>(),
                        (int)inputs, dw.Pointer<float>(), (int)inputs);
                }

                if (node.Needs(2))
                {
                    db = Tensor.Empty([outputs], ScalarType.Float32);
                    Reduce.SumColumns(p, rows, outputs, db.Pointer<float>(), accumulate: false);
                }

                GC.KeepAlive(dy);
                return [dx, dw, db];
            });
            return node.Close(result);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>x Wᵀ + b: (..., in), (out, in), (out) to (..., out).</summary>
                /// <exception cref="ArgumentException">The shapes do not fit; the message names both.</exception>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Dense.Linear(input, weights, bias);
            }
        }
    }
}
