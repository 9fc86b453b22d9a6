using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/layers.py.</summary>
internal static class LayerCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("layers");
        AddConvolutions(g);
        AddTransposed(g);
        AddPooling(g);
        AddAdaptive(g);
        AddRearrangements(g);
        AddNormalization(g, "float32");
        AddNormalization(g, "float64");
        g.Add("group_norm/all", x => group_norm(x, 1));
        g.Add("group_norm/line", (x, w, b) => group_norm(x, 3, w, b));
        g.Add("instance_norm_evaluation/float32", (x, m, v) => instance_norm(x, m, v, use_input_stats: false));
        return g;
    }

    private static void AddConvolutions(ParityGroup g)
    {
        foreach (var (name, s, p, d) in new[] { ("plain", 1, 0, 1), ("stride2", 2, 0, 1), ("padding1", 1, 1, 1), ("dilation2", 1, 0, 2), ("all", 2, 2, 2) })
        {
            g.Add($"conv1d/{name}", (x, w, b) => conv1d(x, w, b, s, p, d));
            g.Add($"conv1d/{name}_groups", (x, w) => conv1d(x, w, null, s, p, d, 2));
            g.Add($"conv3d/{name}", (x, w, b) => conv3d(x, w, b, [s], [p], [d]));
            g.Add($"conv2d_float64/{name}", (x, w, b) => conv2d(x, w, b, [s, s], [p, p], [d, d], 2));
        }

        g.Add("conv1d/one", (x, w, b) => conv1d(x, w, b));
        g.Add("conv1d/empty", (x, w, b) => conv1d(x, w, b));
        g.Add("conv1d/patches", (x, w, b) => conv1d(x, w, b, 4));
        g.Add("conv3d/one", (x, w, b) => conv3d(x, w, b));
        g.Add("conv3d/tubelets", (x, w, b) => conv3d(x, w, b, [2, 4, 4]));
        g.Add("conv3d/float64", (x, w) => conv3d(x, w, groups: 2));
        g.Add("conv2d/patches_cut", (x, w, b) => conv2d(x, w, b, [3, 4]));
        g.Add("conv2d/patches_no_bias", (x, w) => conv2d(x, w, null, [4, 4]));
        g.Add("conv2d/patches_float64", (x, w, b) => conv2d(x, w, b, [2, 2]));
        g.Add("conv2d/one_channel", (x, w, b) => conv2d(x, w, b, padding: [1, 1]));
        g.Add("conv1d/same_even", (x, w, b) => conv1d_padding(x, w, b, padding: Padding.Same));
        g.Add("conv2d/same_even", (x, w, b) => conv2d_padding(x, w, b, padding: Padding.Same));
        g.Add("conv2d/same_dilated", (x, w) => conv2d_padding(x, w, padding: Padding.Same, dilation: [3, 3]));
        g.Add("conv3d/same_even", (x, w) => conv3d_padding(x, w, padding: Padding.Same));
        foreach (var mode in new[] { PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular })
            g.Add($"conv2d/{mode.ToString().ToLowerInvariant()}", (x, w, b) => conv2d(pad(x, (1, 1, 2, 2), mode), w, b));
    }

    private static void AddTransposed(ParityGroup g)
    {
        foreach (var (name, s, p, d, extra) in new[]
        {
            ("plain", 1, 0, 1, 0), ("stride2", 2, 0, 1, 0), ("padding1", 1, 1, 1, 0), ("extra", 3, 1, 1, 2), ("all", 2, 2, 2, 1),
        })
        {
            g.Add($"conv_transpose1d/{name}", (x, w, b) => conv_transpose1d(x, w, b, s, p, extra, d));
            g.Add($"conv_transpose2d/{name}", (x, w, b) => conv_transpose2d(x, w, b, [s, s], [p, p], [extra, extra], [d, d]));
            g.Add($"conv_transpose2d/{name}_groups", (x, w) => conv_transpose2d(x, w, null, [s, s], [p, p], [extra, extra], [d, d], 2));
        }

        g.Add("conv_transpose2d/float64", (x, w, b) => conv_transpose2d(x, w, b, [2, 2], groups: 2));
        g.Add("conv_transpose2d/one", (x, w, b) => conv_transpose2d(x, w, b));
        g.Add("conv_transpose1d/one", (x, w, b) => conv_transpose1d(x, w, b));
    }

    private static void AddPooling(ParityGroup g)
    {
        foreach (var (name, k, s, p, d, ceil) in new (string, long, long?, long, long, bool)[]
        {
            ("2", 2, null, 0, 1, false), ("3_stride2_padding1", 3, 2, 1, 1, false), ("ceil", 3, 2, 1, 1, true), ("dilated", 2, 1, 0, 2, false),
        })
        {
            long[]? strides = s is { } step ? [step] : null;
            g.Add($"max_pool1d/{name}", x => max_pool1d_with_indices(x, k, s, p, d, ceil));
            g.Add($"max_pool2d_float64/{name}", x => max_pool2d_with_indices(x, [k], strides, [p], [d], ceil));
            g.Add($"max_pool3d/{name}", x => max_pool3d_with_indices(x, [k], strides, [p], [d], ceil));
            if (d != 1)
                continue;
            foreach (var inside in new[] { false, true })
            {
                var variant = inside ? $"{name}_inside" : name;
                g.Add($"avg_pool1d/{variant}", x => avg_pool1d(x, k, s, p, ceil, !inside));
                g.Add($"avg_pool2d_float64/{variant}", x => avg_pool2d(x, [k], strides, [p], ceil, !inside));
                g.Add($"avg_pool3d/{variant}", x => avg_pool3d(x, [k], strides, [p], ceil, !inside));
            }
        }

        g.Add("max_pool3d/ties", x => max_pool3d_with_indices(x, [2]));
        g.Add("max_pool3d/windows", x => max_pool3d(x, [1, 2, 3], [2, 1, 2], [0, 1, 1]));
        g.Add("max_pool1d/one", x => max_pool1d(x, 2));
        g.Add("avg_pool1d/one", x => avg_pool1d(x, 2));
        g.Add("avg_pool2d/divisor", x => avg_pool2d(x, 3, 2, 1, divisor_override: 4));
        g.Add("avg_pool3d/divisor", x => avg_pool3d(x, [2], divisor_override: 3));
    }

    private static void AddAdaptive(ParityGroup g)
    {
        foreach (var size in new[] { 1, 3, 4, 11 })
        {
            g.Add($"adaptive_avg_pool1d/{size}", x => adaptive_avg_pool1d(x, size));
            g.Add($"adaptive_max_pool1d/{size}", x => adaptive_max_pool1d_with_indices(x, size));
        }

        foreach (var (name, size) in new (string, long[])[] { ("1", [1, 1]), ("pair", [2, 3]), ("larger", [9, 4]) })
        {
            g.Add($"adaptive_max_pool2d/{name}", x => adaptive_max_pool2d_with_indices(x, size));
            g.Add($"adaptive_avg_pool2d/{name}_float64", x => adaptive_avg_pool2d(x, size));
        }

        g.Add("adaptive_avg_pool3d/mixed", x => adaptive_avg_pool3d(x, (2, 1, 3)));
        g.Add("adaptive_max_pool3d/mixed", x => adaptive_max_pool3d_with_indices(x, [2, 1, 3]));
        g.Add("adaptive_max_pool2d/one", x => adaptive_max_pool2d(x, [2, 2]));
    }

    private static void AddRearrangements(ParityGroup g)
    {
        g.Add("fold/plain", x => fold(x, (8, 6), (2, 2)));
        g.Add("fold/patches", x => fold(x, (8, 6), (2, 2), stride: (2, 2)));
        g.Add("fold/all", x => fold(x, (8, 6), (2, 3), (1, 2), (1, 1), (2, 1)));
        g.Add("fold/one", x => fold(x, 4, 2));
        g.Add("fold/float64", x => fold(x, 4, 2));
        g.Add("pixel_shuffle/2", x => pixel_shuffle(x, 2));
        g.Add("pixel_unshuffle/2", x => pixel_unshuffle(x, 2));
        g.Add("channel_shuffle/3", x => x.channel_shuffle(3));
        g.Add("interpolate/trilinear", x => interpolate(x, [5, 3, 7], mode: InterpolationMode.Trilinear));
        g.Add("interpolate/trilinear_corners", x => interpolate(x, [5, 3, 7], mode: InterpolationMode.Trilinear, align_corners: true));
        g.Add("interpolate/nearest3", x => interpolate(x, [5, 3, 7]));
        g.Add("interpolate/area", x => interpolate(x, [3, 5], mode: InterpolationMode.Area));
        g.Add("interpolate/linear", x => interpolate(x, scale_factor: [1.5], mode: InterpolationMode.Linear));
        g.AddMany("bilinear/bias", x => bilinear(x[0], x[1], x[2], x[3]));
        g.Add("bilinear/batches", (x, y, w) => bilinear(x, y, w));
        g.AddMany("bilinear/float64", x => bilinear(x[0], x[1], x[2], x[3]));
        g.Add("dropout1d/3", x => Drop(dropout1d, x));
        g.Add("dropout1d/2", x => Drop(dropout1d, x));
        g.Add("dropout2d/4", x => Drop(dropout2d, x));
        g.Add("dropout3d/5", x => Drop(dropout3d, x));
    }

    private static Tensor Drop(Func<Tensor, double, bool, bool, Tensor> function, Tensor x)
    {
        manual_seed(42);
        return function(x, 0.4, true, false);
    }

    private static void AddNormalization(ParityGroup g, string type)
    {
        g.Add($"group_norm/{type}", (x, w, b) => group_norm(x, 2, w, b));
        g.Add($"instance_norm/{type}", (x, w, b) => instance_norm(x, weight: w, bias: b));
        g.Add($"batch_norm/{type}", (x, w, b) => batch_norm(x, null!, null!, w, b, training: true));
        g.AddMany($"batch_norm_running/{type}", x =>
        {
            Tensor mean = x[1].detach().clone(), variance = x[2].detach().clone();
            return new[] { batch_norm(x[0], mean, variance, training: true, momentum: 0.3), mean, variance };
        });
        g.AddMany($"batch_norm_evaluation/{type}", x => batch_norm(x[0], x[1].detach(), x[2].detach(), x[3], x[4]));
        g.AddMany($"instance_norm_running/{type}", x =>
        {
            Tensor mean = x[1].detach().clone(), variance = x[2].detach().clone();
            return new[] { instance_norm(x[0], mean, variance, momentum: 0.3), mean, variance };
        });
    }
}
