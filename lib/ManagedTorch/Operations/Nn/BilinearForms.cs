using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// y[..., k] = x1 W[k] x2 + b[k]: (..., in1), (..., in2), (out, in1, in2), (out) to (..., out). Backward by the parts:
            /// dx1 = sum of dy[k] W[k] x2, dx2 = sum of dy[k] x1 W[k], dW[k] = dy[k] x1 x2, db = dy.
            /// </summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
            {
                if (weight.Rank != 3 || input1.Rank == 0 || input1.Rank != input2.Rank
                    || !input1.Sizes[..^1].AsSpan().SequenceEqual(input2.Sizes[..^1])
                    || input1.Sizes[^1] != weight.Sizes[1] || input2.Sizes[^1] != weight.Sizes[2])
                    throw new ArgumentException(
                        $"bilinear: shapes {Layout.Text(input1.Sizes)}, {Layout.Text(input2.Sizes)} and {Layout.Text(weight.Sizes)} "
                        + "do not fit: it needs (..., in1), (..., in2) and (out, in1, in2).");
                if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0]))
                    throw Errors.Shapes("bilinear", weight.Sizes, bias.Sizes, "the bias needs one element for each output");
                Errors.RequireType("bilinear", input1, input2, weight, bias);
                long outputs = weight.Sizes[0], first = weight.Sizes[1], second = weight.Sizes[2];
                var half = input1.matmul(weight.permute(1, 0, 2).reshape(first, outputs * second)).unflatten(-1, [outputs, second]);
                var result = (half * input2.unsqueeze(-2)).sum(-1);
                return bias is null ? result : result + bias;
            }
        }
    }
}
