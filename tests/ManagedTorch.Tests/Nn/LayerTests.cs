using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>What layers compute, against PyTorch's figures.</summary>
[Collection("default generator")]
public sealed class LayerTests
{
    private const double Tolerance = 2e-5;

    private static readonly JsonElement Expected = Fixture.Json("nn/forward.json");

    [Fact]
    public void Batch_normalisation_learns_statistics_in_training_and_uses_them_in_evaluation()
    {
        using BatchNorm1d norm = BatchNorm1d(3);
        for (int k = 0; k < 2; k++)
        {
            Numbers.AssertClose(Expected.GetProperty("BatchNorm1d training")[k], norm.call(Numbers.Wave(k, 4, 3)), Tolerance);
        }
        Assert.Equal(2, norm.num_batches_tracked!.item<long>());
        norm.eval();
        Numbers.AssertClose(Expected.GetProperty("BatchNorm1d evaluation"), norm.call(Numbers.Wave(5, 4, 3)), Tolerance);
        Numbers.AssertClose(Expected.GetProperty("BatchNorm1d running")[0], norm.running_mean!, Tolerance);
        Numbers.AssertClose(Expected.GetProperty("BatchNorm1d running")[1], norm.running_var!, Tolerance);
    }

    [Fact]
    public void Without_momentum_the_statistics_are_the_mean_over_all_batches()
    {
        using BatchNorm2d norm = BatchNorm2d(2);
        norm.momentum = null;
        for (int k = 0; k < 3; k++)
        {
            norm.call(Numbers.Wave(k, 2, 2, 2, 2));
        }
        Numbers.AssertClose(Expected.GetProperty("BatchNorm2d cumulative")[0], norm.running_mean!, Tolerance);
        Numbers.AssertClose(Expected.GetProperty("BatchNorm2d cumulative")[1], norm.running_var!, Tolerance);
    }

    [Fact]
    public void Convolutions_pad_dilate_stride_and_group()
    {
        manual_seed(9);
        using Conv2d same = Conv2d(2, 3, 3, Padding.Same, dilation: 2);
        using Conv2d grouped = Conv2d(4, 4, 3, stride: 2, padding: 1, groups: 2);
        Tensor unbatched = same.call(Numbers.Wave(1, 2, 5, 5));
        Assert.Equal([3, 5, 5], unbatched.shape);
        Numbers.AssertClose(Expected.GetProperty("Conv2d same"), unbatched, Tolerance);
        Numbers.AssertClose(Expected.GetProperty("Conv2d grouped"), grouped.call(Numbers.Wave(2, 2, 4, 5, 5)), Tolerance);
    }

    [Fact]
    public void Pooling_layers_pool()
    {
        Tensor input = Numbers.Wave(3, 1, 1, 6, 6);
        Numbers.AssertClose(Expected.GetProperty("MaxPool2d"), MaxPool2d(2).call(input), Tolerance);
        Numbers.AssertClose(Expected.GetProperty("AvgPool2d"), AvgPool2d(3, stride: 2, padding: 1).call(input), Tolerance);
        Numbers.AssertClose(Expected.GetProperty("AdaptiveAvgPool2d"), AdaptiveAvgPool2d((2, 4)).call(input), Tolerance);
    }

    [Fact]
    public void Layer_normalisation_takes_several_dimensions_together() =>
        Numbers.AssertClose(Expected.GetProperty("LayerNorm"), LayerNorm([2, 3]).call(Numbers.Wave(4, 2, 2, 3)), Tolerance);

    [Fact]
    public void Cross_entropy_smooths_and_ignores()
    {
        Tensor logits = Numbers.Wave(6, 3, 4);
        Tensor target = tensor(new long[] { 1, 3, 0 });
        double smoothed = new CrossEntropyLoss(label_smoothing: 0.1).call(logits, target).item<float>();
        double ignoring = CrossEntropyLoss(ignore_index: 3).call(logits, target).item<float>();
        Assert.Equal(Expected.GetProperty("CrossEntropyLoss").GetDouble(), smoothed, Tolerance);
        Assert.Equal(Expected.GetProperty("CrossEntropyLoss ignoring").GetDouble(), ignoring, Tolerance);
    }

    [Fact]
    public void Losses_compare_element_by_element()
    {
        Tensor input = tensor(new[] { 1f, 2f });
        Tensor target = tensor(new[] { 3f, -1f });
        Assert.Equal(6.5, MSELoss().call(input, target).item<float>(), 1e-6);
        Assert.Equal(2.5, L1Loss().call(input, target).item<float>(), 1e-6);
        Assert.Equal([4, 9], Numbers.Of(MSELoss(Reduction.None).call(input, target)));
        Assert.Equal(5, L1Loss(Reduction.Sum).call(input, target).item<float>(), 1e-6);
    }

    [Fact]
    public void Dropout_drops_in_training_alone()
    {
        using Dropout dropout = Dropout(0.5);
        Tensor input = ones(1000);
        manual_seed(1);
        double[] kept = Numbers.Of(dropout.call(input));
        Assert.Equal([0, 2], kept.Distinct().Order());
        Assert.InRange(kept.Count(v => v != 0), 430, 570);
        dropout.eval();
        Assert.Equal(Numbers.Of(input), Numbers.Of(dropout.call(input)));
    }

    [Fact]
    public void The_padding_row_of_an_embedding_does_not_learn()
    {
        using Embedding table = Embedding(4, 2, padding_idx: -3);
        Tensor vectors = table.call(tensor(new long[] { 1, 2, 2 }));
        Assert.Equal([3, 2], vectors.shape);
        vectors.sum().backward();
        Assert.Equal([0, 0, 0, 0, 2, 2, 0, 0], Numbers.Of(table.weight.grad!));
    }

    [Fact]
    public void A_table_from_given_vectors_is_frozen_unless_asked()
    {
        using Embedding frozen = Embedding_from_pretrained(Numbers.Wave(0, 3, 2));
        using Embedding learned = Embedding_from_pretrained(Numbers.Wave(0, 3, 2), freeze: false);
        Assert.False(frozen.weight.requires_grad);
        Assert.True(learned.weight.requires_grad);
        Assert.Equal(Numbers.Of(Numbers.Wave(0, 3, 2)[2]), Numbers.Of(frozen.call(tensor(2L))));
    }

    [Fact]
    public void Shape_layers_change_shapes()
    {
        Assert.Equal([2, 12], Flatten().call(zeros(2, 3, 4)).shape);
        Assert.Equal([6, 4], Flatten(0, 1).call(zeros(2, 3, 4)).shape);
        Assert.Equal([2, 3, 4], Unflatten(1, [3, 4]).call(zeros(2, 12)).shape);
    }

    [Fact]
    public void Activations_are_the_functions_they_are_named_after()
    {
        Tensor x = Numbers.Wave(0, 9);
        double[] values = Numbers.Of(x);
        Check(ReLU(), v => Math.Max(0, v));
        Check(Tanh(), Math.Tanh);
        Check(Sigmoid(), v => 1 / (1 + Math.Exp(-v)));
        Check(SiLU(), v => v / (1 + Math.Exp(-v)));
        Check(GELU(), v => v * (1 + MathNet.Numerics.SpecialFunctions.Erf(v / Math.Sqrt(2))) / 2);
        Check(Identity(), v => v);
        double sum = values.Sum(Math.Exp);
        Check(Softmax(0), v => Math.Exp(v) / sum);
        Check(LogSoftmax(-1), v => v - Math.Log(sum));

        Tensor changed = x.clone();
        Sigmoid(inplace: true).call(changed);
        Assert.Equal(1 / (1 + Math.Exp(-values[1])), Numbers.Of(changed)[1], 1e-6);

        void Check(Module<Tensor, Tensor> layer, Func<double, double> function) =>
            Numbers.AssertClose([.. values.Select(function)], Numbers.Of(layer.call(x)), 1e-6, layer.GetName());
    }

    [Fact]
    public void Wrong_sizes_are_refused_in_words()
    {
        Assert.Contains("(N, 3, H, W)", Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 2).call(zeros(1, 2, 5, 5))).Message);
        Assert.Contains("groups = 2", Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 2, groups: 2)).Message);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => BatchNorm2d(3).call(zeros(2, 3))).Message);
        Assert.Contains("padding_idx = 4", Assert.Throws<ArgumentException>(() => Embedding(4, 2, padding_idx: 4)).Message);
        Assert.Contains("p = 2", Assert.Throws<ArgumentException>(() => Dropout(2)).Message);
    }
}
