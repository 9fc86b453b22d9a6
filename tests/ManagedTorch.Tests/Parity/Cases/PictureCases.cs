using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using PaddingModes = TorchSharp.PaddingModes;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/pictures.py.</summary>
internal static class PictureCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("pictures");
        AddConvolution(g, "plain");
        AddConvolution(g, "stride2", stride: [2, 2]);
        AddConvolution(g, "padding1", padding: [1, 1]);
        AddConvolution(g, "stride_padding", stride: [2, 2], padding: [1, 1]);
        AddConvolution(g, "dilation2", dilation: [2, 2]);
        AddConvolution(g, "all", [2, 1], [1, 2], [1, 2]);
        g.Add("conv2d/depthwise", (x, w) => conv2d(x, w, padding: [1, 1], groups: 4));
        foreach (var variant in new[] { "1x1", "one_picture", "empty", "whole_picture" })
            g.Add($"conv2d/{variant}", (x, w, b) => conv2d(x, w, b));
        g.Add("conv2d/patches", (x, w, b) => conv2d(x, w, b, strides: [4, 4]));
        g.Add("conv2d/not_square", (x, w, b) => conv2d(x, w, b, padding: [0, 2]));
        g.Add("conv2d/transposed", (x, w, b) => conv2d(x.permute(0, 3, 1, 2), w, b));
        AddPooling(g);
        AddResampling(g);
        return g;
    }

    private static void AddConvolution(ParityGroup g, string name, long[]? stride = null, long[]? padding = null, long[]? dilation = null)
    {
        g.Add($"conv2d/{name}", (x, w, b) => conv2d(x, w, b, stride, padding, dilation));
        g.Add($"conv2d/{name}_no_bias", (x, w) => conv2d(x, w, null, stride, padding, dilation));
        g.Add($"conv2d/{name}_groups", (x, w, b) => conv2d(x, w, b, stride, padding, dilation, 2));
    }

    private static void AddPooling(ParityGroup g)
    {
        AddPool(g, "2", [2], null, null, false);
        AddPool(g, "3_stride2", [3], [2], null, false);
        AddPool(g, "3_stride1_padding1", [3], [1], [1], false);
        AddPool(g, "pair", [2, 3], [1, 2], [1, 0], false);
        AddPool(g, "ceil", [3], [2], [1], true);
        g.Add("max_pool2d/dilated", x => max_pool2d(x, 2, 1, 0, 2));
        g.Add("max_pool2d/indices", x => max_pool2d_with_indices(x, [2]));
        g.Add("max_pool2d/ties", x => max_pool2d(x, 2));
        g.Add("max_pool2d/one_picture", x => max_pool2d(x, 2));
        g.Add("max_pool2d/negative", x => max_pool2d(x, 3, 2, 1));
        g.Add("avg_pool2d/one_picture", x => avg_pool2d(x, 2));
        foreach (var size in new[] { 1, 2, 3, 7 })
            g.Add($"adaptive_avg_pool2d/{size}", x => adaptive_avg_pool2d(x, size));
        g.Add("adaptive_avg_pool2d/pair", x => adaptive_avg_pool2d(x, [2, 3]));
        g.Add("adaptive_avg_pool2d/larger", x => adaptive_avg_pool2d(x, [9, 4]));
    }

    private static void AddPool(ParityGroup g, string name, long[] kernel, long[]? stride, long[]? padding, bool ceil)
    {
        g.Add($"max_pool2d/{name}", x => max_pool2d(x, kernel, stride, padding, ceil_mode: ceil));
        g.Add($"avg_pool2d/{name}", x => avg_pool2d(x, kernel, stride, padding, ceil));
        g.Add($"avg_pool2d/{name}_inside", x => avg_pool2d(x, kernel, stride, padding, ceil, count_include_pad: false));
    }

    private static void AddResampling(ParityGroup g)
    {
        g.Add("unfold/plain", x => unfold(x, 2));
        g.Add("unfold/patches", x => unfold(x, 4, stride: 4));
        g.Add("unfold/all", x => unfold(x, (2, 3), dilation: (1, 2), padding: (1, 1), stride: (2, 1)));
        foreach (var (name, mode, corners) in new (string, InterpolationMode, bool?)[]
        {
            ("bilinear", InterpolationMode.Bilinear, false), ("bilinear_corners", InterpolationMode.Bilinear, true),
                ("nearest", InterpolationMode.Nearest, null),
            ("bicubic", InterpolationMode.Bicubic, false),
        })
        {
            g.Add($"interpolate/{name}_up", x => interpolate(x, [9, 7], mode: mode, align_corners: corners));
            g.Add($"interpolate/{name}_down", x => interpolate(x, [3, 2], mode: mode, align_corners: corners));
        }

        g.Add("pad/last", x => pad(x, (1, 2), PaddingModes.Constant, 0.5));
        g.Add("pad/two", x => pad(x, [1, 0, 2, 1], PaddingModes.Constant, 0.5));
        g.Add("pad/cropped", x => pad(x, (-1, 2), PaddingModes.Constant, 0.5));
    }
}
