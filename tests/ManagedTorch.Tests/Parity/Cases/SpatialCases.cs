using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/spatial.py. Where there is a module, some cases go through it.</summary>
internal static class SpatialCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("spatial");
        AddTransposed(g);
        AddSampling(g);
        AddUnpooling(g);
        AddPooling(g);
        AddDropout(g);
        AddDistances(g);
        return g;
    }

    private static void AddTransposed(ParityGroup g)
    {
        g.Add("conv_transpose3d/plain", (x, w, b) => conv_transpose3d(x, w, b));
        g.Add("conv_transpose3d/no_bias", (x, w) => conv_transpose3d(x, w));
        g.Add("conv_transpose3d/stride", (x, w, b) => conv_transpose3d(x, w, b, [2, 1, 3], [1, 1, 0], [1, 0, 2]));
        g.Add("conv_transpose3d/dilation", (x, w) => conv_transpose3d(x, w, padding: [1], dilation: [2, 1, 3]));
        g.Add("conv_transpose3d/groups", (x, w) => conv_transpose3d(x, w, strides: [2], groups: 2));
        g.Add("conv_transpose3d/float64", (x, w, b) => conv_transpose3d(x, w, b, [2]));
        g.Add("conv_transpose3d/one_picture", (x, w) => conv_transpose3d(x, w));
        g.Add("conv_transpose3d/transposed", (x, w) => conv_transpose3d(x.transpose(2, 4), w));
        g.Add("conv_transpose3d/cut", (x, w) => conv_transpose3d(x, w, padding: [2, 0, 0]));
        foreach (var (name, size) in new (string, long[]?)[] { ("plain", null), ("size", [7, 3, 9]) })
            g.Add($"ConvTranspose3d/{name}", (x, w, b) =>
            {
                // The layer's parameters are leaves of their own: the gradients of w and b come from the function, and both give the same.
                var layer = nn.ConvTranspose3d(3, 2, (2, 3, 2), (2, 2, 2), (0, 1, 0));
                var result = conv_transpose3d(x, w, b, [2], [0, 1, 0], size is null ? null : [7 - 6, 3 - 3, 9 - 8]);
                using (no_grad())
                {
                    layer.weight.copy_(w);
                    layer.bias!.copy_(b);
                    Assert.True(layer.forward(x, size).eq(result).all().item<bool>());
                }

                return result;
            });
        g.AddMany("ConvTranspose3d/first", _ =>
        {
            manual_seed(5);
            return [.. nn.ConvTranspose3d(2, 3, 2).parameters().Select(p => p.detach())];
        });
    }

    private static void AddSampling(ParityGroup g)
    {
        var modes = new[] { ("bilinear", GridSampleMode.Bilinear), ("nearest", GridSampleMode.Nearest) };
        var paddings = new[] { ("zeros", GridSamplePaddingMode.Zeros), ("border", GridSamplePaddingMode.Border), ("reflection",
            GridSamplePaddingMode.Reflection) };
        foreach (var (modeName, mode) in modes)
            foreach (var (paddingName, padding) in paddings)
                foreach (var corners in new[] { false, true })
                {
                    g.Add($"grid_sample/{modeName}/{paddingName}/{corners}", (x, p) => grid_sample(x, p, mode, padding, corners));
                    g.Add($"grid_sample/{modeName}/{paddingName}/{corners}/deep", (x, p) => grid_sample(x, p, mode, padding, corners));
                }

        g.Add("grid_sample/float64", (x, p) => grid_sample(x, p));
        g.Add("grid_sample/far", (x, p) => grid_sample(x, p));
        g.Add("grid_sample/far_reflected", (x, p) => grid_sample(x, p, padding_mode: GridSamplePaddingMode.Reflection));
        g.Add("grid_sample/one", (x, p) => grid_sample(x, p, padding_mode: GridSamplePaddingMode.Border, align_corners: true));
        g.Add("grid_sample/transposed", (x, p) => grid_sample(x.transpose(2, 3), p.transpose(1, 2)));
        g.Add("grid_sample/no_pictures", (x, p) => grid_sample(x, p));
        foreach (var corners in new[] { false, true })
        {
            g.Add($"affine_grid/{corners}", t => affine_grid(t, [2, 3, 4, 5], corners));
            g.Add($"affine_grid/{corners}/deep", t => affine_grid(t, [2, 1, 2, 1, 3], corners));
            g.Add($"upsample_bilinear/{corners}", x => upsample_bilinear(x, [5, 3], align_corners: corners));
        }

        g.Add("affine_grid/one", t => affine_grid(t, [1, 1, 1, 1]));
        g.Add("affine_grid/turned", (x, t) => grid_sample(x, affine_grid(t, [1, 2, 6, 6])));
        g.Add("upsample_nearest", x => upsample_nearest(x, scale_factor: [2]));
        g.Add("upsample_nearest/size", x => upsample_nearest(x, [5, 3]));
        g.Add("upsample_nearest1d", x => upsample_nearest1d(x, 7, null));
        g.Add("upsample_nearest1d/factor", x => upsample_nearest1d(x, null, 1.5));
        g.Add("upsample_nearest2d", x => upsample_nearest2d(x, [2, 5]));
        g.Add("upsample_nearest3d", x => upsample_nearest3d(x, scaleFactors: [2, 1, 3]));
    }

    private static void AddUnpooling(ParityGroup g)
    {
        g.Add("max_unpool1d", x =>
        {
            var (y, i) = max_pool1d_with_indices(x, 2, 2);
            return nn.MaxUnpool1d(2).call(y, i);
        });
        g.Add("max_unpool1d/size", x =>
        {
            var (y, i) = max_pool1d_with_indices(x, 2, 2);
            return max_unpool1d(y, i, 2, 2, 0, [7]);
        });
        g.Add("max_unpool2d", x =>
        {
            var (y, i) = max_pool2d_with_indices(x, [2, 3], [2, 3]);
            return nn.MaxUnpool2d((2, 3)).call(y, i);
        });
        g.Add("max_unpool2d/size", x =>
        {
            var (y, i) = max_pool2d_with_indices(x, [2, 3], [2, 3]);
            return nn.MaxUnpool2d([2, 3]).call(y, i, [5, 8]);
        });
        g.Add("max_unpool2d/padding", x =>
        {
            var (y, i) = max_pool2d_with_indices(x, [2, 2], [2, 2], [1, 1]);
            return nn.MaxUnpool2d(2, 2, 1).call(y, i);
        });
        g.Add("max_unpool2d/one_picture", x =>
        {
            var (y, i) = max_pool2d_with_indices(x, [2, 3], [2, 3]);
            return max_unpool2d(y, i, [2, 3]);
        });
        g.Add("max_unpool3d", x =>
        {
            var (y, i) = max_pool3d_with_indices(x, [2, 2, 2], [2, 2, 2]);
            return nn.MaxUnpool3d(2).call(y, i);
        });
    }

    private static void AddPooling(ParityGroup g)
    {
        foreach (var p in new[] { "1.0", "2.0", "3.0" })
        {
            g.Add($"lp_pool1d/{p}", x => nn.LPPool1d(p[0] - '0', 3, 2).call(x));
            g.Add($"lp_pool2d/{p}", x => nn.LPPool2d(p[0] - '0', [3, 2], [1, 2]).call(x));
        }

        g.Add("lp_pool1d/stride", x => lp_pool1d(x, 2, 3));
        g.Add("lp_pool1d/ceil", x => lp_pool1d(x, 2, 3, ceil_mode: true));
        g.Add("lp_pool2d/square", x => nn.LPPool2d(2, 2).call(x.transpose(2, 3)));
        g.Add("local_response_norm/1d", x => nn.LocalResponseNorm(3).call(x));
        g.Add("local_response_norm/2d", x => nn.LocalResponseNorm(4, 0.3, 0.5, 2).call(x));
        g.Add("local_response_norm/3d", x => local_response_norm(x.transpose(1, 2), 2));
        g.Add("local_response_norm/one", x => local_response_norm(x, 5));
        g.Add("local_response_norm/empty", x => local_response_norm(x, 5));
    }

    private static void AddDropout(ParityGroup g)
    {
        AddDropout(g, "alpha_dropout", alpha_dropout, p => nn.AlphaDropout(p));
        AddDropout(g, "feature_alpha_dropout", feature_alpha_dropout, p => nn.FeatureAlphaDropout(p));
    }

    private static void AddDropout(ParityGroup g, string name, Func<Tensor, double, bool, bool, Tensor> f, Func<double, nn.Module<Tensor,
        Tensor>> layer)
    {
        g.Add($"{name}/training", x => Seeded(() => layer(0.3).call(x)));
        g.Add($"{name}/float64", x => Seeded(() => f(x, 0.7, true, false)));
        g.Add($"{name}/evaluation", x =>
        {
            var module = layer(0.3);
            module.eval();
            return module.call(x);
        });
        g.Add($"{name}/all", x => f(x, 1, true, false));
        g.Add($"{name}/empty", x => f(x, 0.5, true, false));
        g.Add($"{name}/in_place", x => Seeded(() => f(x * 2, 0.3, true, true)));
    }

    private static void AddDistances(ParityGroup g)
    {
        g.Add("CosineSimilarity", (x, y) => nn.CosineSimilarity().call(x, y));
        g.Add("CosineSimilarity/dim", (x, y) => nn.CosineSimilarity(0, 1e-3).call(x, y));
        g.Add("PairwiseDistance", (x, y) => nn.PairwiseDistance().call(x, y));
        g.Add("PairwiseDistance/keep", (x, y) => nn.PairwiseDistance(1, 1e-3, true).call(x, y));
        g.Add("PairwiseDistance/3", (x, y) => nn.PairwiseDistance(3).call(x, y));
    }

    private static Tensor Seeded(Func<Tensor> function)
    {
        manual_seed(5);
        return function();
    }
}
