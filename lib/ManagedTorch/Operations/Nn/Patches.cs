// unfold: (N, C, H, W) to (N, C kh kw, L): column l holds the values of window l, y[n, (c, i, j), l] = x[n, c, (i, j) of window l].
// dx of a place is the sum of dy over the windows that hold it: what fold computes. Made of views, so autograd follows.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The windows of pictures as columns: (N, C, H, W) to (N, C * kernel * kernel, windows).</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>The windows of pictures as columns: (N, C, H, W) to (N, C * kernel height * kernel width, windows).</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null)
            {
                if (input.Rank == 3)
                    return unfold(input.unsqueeze(0), kernel_size, dilation, padding, stride).squeeze(0);
                if (input.Rank != 4)
                    throw Errors.Shape("unfold", input.Sizes, "it needs (N, C, H, W)");
                var ((kernelH, kernelW), (dilationH, dilationW), (paddingH, paddingW), (strideH, strideW)) =
                    (kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
                var x = paddingH == 0 && paddingW == 0 ? input : pad(input, (paddingW, paddingW, paddingH, paddingH));
                var (spanH, spanW) = ((dilationH * (kernelH - 1)) + 1, (dilationW * (kernelW - 1)) + 1);
                if (spanH > x.Sizes[2] || spanW > x.Sizes[3])
                    throw Errors.Shape("unfold", input.Sizes, $"a window of ({spanH}, {spanW}) is larger than the padded picture");
                // (N, C, rows, columns, h, w), the windows' own dimensions thinned by the dilation.
                var windows = x.unfold(2, spanH, strideH).unfold(3, spanW, strideW)
                    [TensorIndex.Ellipsis, TensorIndex.Slice(step: dilationH), TensorIndex.Slice(step: dilationW)];
                return windows.permute(0, 1, 4, 5, 2, 3).reshape(x.Sizes[0], x.Sizes[1] * kernelH * kernelW,
                    windows.Sizes[2] * windows.Sizes[3]);
            }
        }
    }
}
