using Course.Checks;
using Course.Tests.Support;
using static TorchSharp.torch;

namespace Course.Tests.Checks;

[Collection(RandomNumbersCollection.Name)]
public sealed class InfluenceTests
{
    private static readonly Tensor Input = Random(2, 5, 3);

    [Fact]
    public void A_function_of_each_position_is_diagonal()
    {
        InfluenceMatrix influence = Influence.Of(x => (x * 2).tanh(), Input);
        Assert.True(influence.Matches((output, input) => output == input));
        Assert.True(influence.IsCausal);
    }

    [Fact]
    public void A_running_sum_is_causal_and_its_reverse_is_not()
    {
        Assert.True(Influence.Of(x => matmul(ones(5, 5).tril(), x), Input).Matches((output, input) => input <= output));
        InfluenceMatrix reversed = Influence.Of(x => matmul(ones(5, 5).triu(), x), Input);
        Assert.False(reversed.IsCausal);
        Assert.True(reversed.Matches((output, input) => input >= output));
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_is_an_error_and_not_the_lack_of_influence()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Influence.Of(x => x * float.NaN, Input));
        Assert.Contains("not finite", error.Message);
    }

    [Fact]
    public void Influences_do_not_cancel_out()
    {
        // The sum over the width of x_0 - x_0 rotated is zero; a plain sum of the outputs would miss it.
        InfluenceMatrix influence = Influence.Of(x => x - x.roll(1, 2), Input);
        Assert.True(influence.Matches((output, input) => output == input));
    }

    [Fact]
    public void Fewer_outputs_than_inputs_and_none_at_all()
    {
        InfluenceMatrix pooled = Influence.Of(x => x.narrow(1, 0, 2).sum(1, keepdim: true), Input);
        Assert.Equal((1, 5), (pooled.Outputs, pooled.Inputs));
        Assert.Equal(new[,] { { true, true, false, false, false } }, pooled.ToMask());
        Assert.True(Influence.Of(x => ones(2, 4, 3), Input).Matches((_, _) => false));
    }

    [Fact]
    public void The_strength_is_the_gradients()
    {
        InfluenceMatrix influence = Influence.Of(x => x * 3, Input);
        // Weights lie between 0.5 and 1.5, so the root mean square does too, times 3.
        Assert.InRange(influence.Values[0, 0], 1.5f, 4.5f);
    }

    [Fact]
    public void Gradients_of_parameters_stay_untouched()
    {
        using Tensor weight = ones(3, 3, requires_grad: true);
        Influence.Of(x => matmul(x, weight), Input);
        Assert.Null(weight.grad);
    }

    [Fact]
    public void Other_shapes_are_refused()
    {
        Assert.Contains("(B, N, D), not (5, 3)", Assert.Throws<ArgumentException>(() => Influence.Of(x => x, ones(5, 3))).Message,
            StringComparison.Ordinal);
        Assert.Contains("(B, M, D'), not (2, 5)", Assert.Throws<ArgumentException>(() => Influence.Of(x => x.sum(2), Input)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_batch_that_mix_are_seen()
    {
        Assert.True(Influence.AcrossBatch(x => x.flatten(1).tanh(), Input).Matches((output, input) => output == input));
        Assert.True(Influence.AcrossBatch(x => x - x.mean([0L]), Input).All(.., ..));
        Assert.Contains("(B, ...) of two dimensions or more, not (2,)",
            Assert.Throws<ArgumentException>(() => Influence.AcrossBatch(x => x.sum([1L, 2L]), Input)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_of_positions_can_be_asked_for()
    {
        InfluenceMatrix causal = Influence.Of(x => matmul(ones(5, 5).tril(), x), Input);
        Assert.False(causal.Any(outputs: ..2, inputs: 2..));
        Assert.True(causal.Any(outputs: 2.., inputs: ..2));
        Assert.True(causal.All(outputs: ^1.., inputs: ..));
        Assert.False(causal.All(outputs: .., inputs: ..));
    }

    [Fact]
    public void A_block_of_nothing_is_refused()
    {
        InfluenceMatrix influence = Influence.Of(x => x, Input);
        foreach (Range range in new[] { 2..2, 3..2, 4..6, 5.. })
            Assert.Contains("names no positions of the 5 there are",
                Assert.Throws<ArgumentException>(() => influence.Any(range, ..)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_itself()
    {
        InfluenceMatrix causal = Influence.Of(x => matmul(ones(5, 5).tril(), x), Input);
        string svg = causal.Plot().ToSvg();
        Assert.Equal(10, svg.Split("fill=\"#f7fbff\"").Length - 1);
        Assert.Contains("a cat", causal.Plot("Words", inputs: ["a cat", "b", "c", "d", "e"]).ToSvg(), StringComparison.Ordinal);
    }

    private static Tensor Random(params long[] shape)
    {
        manual_seed(3);
        return randn(shape);
    }
}
