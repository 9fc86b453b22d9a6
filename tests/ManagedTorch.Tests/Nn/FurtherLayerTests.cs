using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>The layers hand their options to the functions that the parity cases check, and refuse what does not fit.</summary>
[Collection("default generator")]
public sealed class FurtherLayerTests
{
    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Layer, Func<Tensor, Tensor> Function, long[] Shape)> Pairs = new()
    {
        ["MaxPool1d"] = (() => MaxPool1d(3, 2, 1), x => functional.max_pool1d(x, 3, 2, 1), [2, 3, 9]),
        ["MaxPool3d"] = (() => MaxPool3d((1, 2, 3)), x => functional.max_pool3d(x, [1, 2, 3]), [2, 3, 4, 5, 6]),
        ["AvgPool1d"] = (() => AvgPool1d(3, 2, 1), x => functional.avg_pool1d(x, 3, 2, 1), [2, 3, 9]),
        ["AvgPool3d"] = (() => AvgPool3d(2, divisor_override: 3), x => functional.avg_pool3d(x, [2], divisor_override: 3), [2, 3, 4, 5, 6]),
        ["AdaptiveAvgPool1d"] = (() => AdaptiveAvgPool1d(4), x => functional.adaptive_avg_pool1d(x, 4), [2, 3, 9]),
        ["AdaptiveAvgPool3d"] = (() => AdaptiveAvgPool3d(2), x => functional.adaptive_avg_pool3d(x, 2), [2, 3, 4, 5, 6]),
        ["AdaptiveMaxPool1d"] = (() => AdaptiveMaxPool1d(4), x => functional.adaptive_max_pool1d(x, 4), [2, 3, 9]),
        ["AdaptiveMaxPool2d"] = (() => AdaptiveMaxPool2d([2, 3]), x => functional.adaptive_max_pool2d(x, [2, 3]), [2, 3, 5, 7]),
        ["AdaptiveMaxPool3d"] = (() => AdaptiveMaxPool3d([2, 1, 3]), x => functional.adaptive_max_pool3d(x, [2, 1, 3]), [2, 3, 4, 5, 6]),
        ["Unfold"] = (() => Unfold((2, 3), stride: (2, 1)), x => functional.unfold(x, (2, 3), stride: (2, 1)), [2, 3, 6, 5]),
        ["Fold"] = (() => Fold(4, 2), x => functional.fold(x, 4, 2), [2, 12, 9]),
        ["PixelShuffle"] = (() => PixelShuffle(2), x => functional.pixel_shuffle(x, 2), [2, 8, 3, 3]),
        ["PixelUnshuffle"] = (() => PixelUnshuffle(3), x => functional.pixel_unshuffle(x, 3), [2, 2, 6, 3]),
        ["ChannelShuffle"] = (() => ChannelShuffle(2), x => x.channel_shuffle(2), [2, 6, 3]),
        ["Upsample"] = (() => Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear, align_corners: true),
            x => functional.interpolate(x, [6, 8], mode: InterpolationMode.Bilinear, align_corners: true), [1, 2, 3, 4]),
        ["GroupNorm"] = (() => GroupNorm(2, 4), x => functional.group_norm(x, 2), [3, 4, 5]),
        ["InstanceNorm1d"] = (() => InstanceNorm1d(4), x => functional.instance_norm(x), [3, 4, 5]),
        ["InstanceNorm2d"] = (() => InstanceNorm2d(4, affine: true), x => functional.instance_norm(x), [3, 4, 5, 2]),
        ["BatchNorm3d"] = (() => BatchNorm3d(3), x => functional.batch_norm(x, null!, null!, training: true), [2, 3, 2, 2, 2]),
        ["ZeroPad2d"] = (() => ZeroPad2d((1, 2, 0, 1)), x => functional.pad(x, (1, 2, 0, 1)), [1, 2, 3, 4]),
        ["ConstantPad1d"] = (() => ConstantPad1d(2, 0.5), x => functional.pad(x, (2, 2), PaddingModes.Constant, 0.5), [2, 3, 4]),
        ["ReflectionPad2d"] = (() => ReflectionPad2d(1), x => functional.pad(x, (1, 1, 1, 1), PaddingModes.Reflect), [1, 2, 3, 4]),
        ["ReplicationPad1d"] = (() => ReplicationPad1d((0, 3)), x => functional.pad(x, (0, 3), PaddingModes.Replicate), [2, 3, 4]),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_is_its_function_with_the_options(string name)
    {
        using var scope = NewDisposeScope();
        var (create, function, shape) = Pairs[name];
        using var layer = create();
        var x = Numbers.Wave(1, shape);
        Tensor expected = function(x), actual = layer.call(x);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(Numbers.Of(expected), Numbers.Of(actual));
        Assert.Equal(name, layer.GetName());
    }

    [Fact]
    public void Convolutions_pad_to_the_same_lengths_with_even_kernels_and_in_every_mode()
    {
        var x = Numbers.Wave(2, 2, 2, 6, 7);
        foreach (var mode in new[] { PaddingModes.Zeros, PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular })
        {
            using Conv2d layer = Conv2d(2, 3, (4, 3), Padding.Same, padding_mode: mode);
            var expected = functional.conv2d(functional.pad(x, (1, 1, 1, 2), mode), layer.weight, layer.bias);
            Assert.Equal([2, 3, 6, 7], layer.call(x).shape);
            Numbers.AssertClose(Numbers.Of(expected), Numbers.Of(layer.call(x)), 1e-5, mode.ToString());
            Assert.Equal([3, 6, 7], layer.call(x[0]).shape);
        }
        Assert.Equal([2, 5, 9], Conv1d(3, 5, 4, Padding.Same).call(zeros(2, 3, 9)).shape);
        Assert.Equal([2, 5, 2, 2, 3], Conv3d(3, 5, (2, 3, 3), stride: (2, 2, 2), padding: (0, 1, 1)).call(zeros([2, 3, 4, 4, 5])).shape);
    }

    [Fact]
    public void A_transposed_convolution_reaches_each_length_that_its_stride_allows()
    {
        using ConvTranspose2d layer = ConvTranspose2d(3, 4, 3, stride: 2, padding: 1);
        Assert.Equal([3, 4, 3, 3], layer.weight.shape);
        var x = zeros(1, 3, 5, 5);
        Assert.Equal([1, 4, 9, 9], layer.call(x).shape);
        Assert.Equal([1, 4, 10, 9], layer.forward(x, [10, 9]).shape);
        Assert.Contains("9 to 10", Assert.Throws<ArgumentException>(() => layer.forward(x, [11, 9])).Message);
        Assert.Equal([2, 4, 11], ConvTranspose1d(3, 4, 3, stride: 2).call(zeros(2, 3, 5)).shape);
    }

    [Fact]
    public void Dropped_channels_are_dropped_whole_and_in_training_alone()
    {
        manual_seed(3);
        using Dropout2d layer = Dropout2d(0.5);
        var kept = layer.call(ones(20, 10, 3, 3));
        Assert.Equal([0.0, 2], Numbers.Of(kept).Distinct().Order());
        Assert.True(kept.flatten(2).amax([2]).eq(kept.flatten(2).amin([2])).all().item<bool>());
        layer.eval();
        Assert.Equal(200 * 9, layer.call(ones(20, 10, 3, 3)).sum().item<float>());
    }

    [Fact]
    public void An_orthogonal_weight_has_orthonormal_rows_or_columns()
    {
        foreach (var shape in new long[][] { [3, 5], [5, 3], [4, 2, 3] })
        {
            var w = init.orthogonal_(empty(shape, ScalarType.Float64), 2).reshape(shape[0], -1);
            var small = w.shape[0] <= w.shape[1] ? w.matmul(w.t()) : w.t().matmul(w);
            Numbers.AssertClose(Numbers.Of(eye(small.shape[0]) * 4), Numbers.Of(small), 1e-12, "w w'");
        }
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => init.orthogonal_(zeros(3))).Message);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words()
    {
        Assert.Contains("(N, 3, L)", Assert.Throws<ArgumentException>(() => Conv1d(3, 4, 2).call(zeros(1, 2, 5))).Message);
        Assert.Contains("num_groups = 3", Assert.Throws<ArgumentException>(() => GroupNorm(3, 4)).Message);
        Assert.Contains("p = 2", Assert.Throws<ArgumentException>(() => Dropout1d(2)).Message);
        Assert.Contains("windows", Assert.Throws<ArgumentException>(() => Fold(4, 2).call(zeros(1, 12, 8))).Message);
        Assert.Contains("pixel_shuffle", Assert.Throws<ArgumentException>(() => PixelShuffle(2).call(zeros(1, 3, 4, 4))).Message);
        Assert.Contains("bilinear", Assert.Throws<ArgumentException>(() => Bilinear(3, 4, 2).call(zeros(5, 3), zeros(5, 5))).Message);
        Assert.Contains("Reflect", Assert.Throws<ArgumentException>(() => ReflectionPad1d(4).call(zeros(1, 2, 3))).Message);
    }
}
