using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels.Attention;

[Collection(KernelCollection.Name)]
public sealed class AttentionTests
{
    public static TheoryData<bool, MaskShape, HeadLayout> Variants
    {
        get
        {
            var data = new TheoryData<bool, MaskShape, HeadLayout>();
            foreach (MaskShape mask in Enum.GetValues<MaskShape>())
            {
                data.Add(false, mask, HeadLayout.Interleaved);
                data.Add(true, mask, HeadLayout.HeadsFirst);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void MatchesDoublePrecisionOnRaggedSizes(bool causal, MaskShape mask, HeadLayout layout)
    {
        (int, int, int, int)[] sizes =
        [
            (1, 1, 1, 1), (1, 5, 8, 3), (5, 1, 3, 8), (16, 16, 16, 16), (17, 33, 7, 20), (33, 17, 24, 40), (14, 48, 32, 32),
            (65, 65, 32, 32), (64, 64, 16, 64), (40, 70, 12, 33),
        ];
        foreach ((int queries, int keys, int dimension, int valueDimension) in sizes)
        {
            new AttentionCase(2, 3, queries, keys, dimension, valueDimension, causal, mask, layout).Verify();
            new AttentionCase(1, 2, queries, keys, dimension, valueDimension, causal, mask, layout)
            {
                KeepProbabilities = false,
            }.Verify();
        }
    }

    /// <summary>Many keys: several blocks of rows, shared out over tasks that each sum dK and dV.</summary>
    [Theory]
    [InlineData(1, 1, 150, 700, false)]
    [InlineData(1, 2, 300, 300, true)]
    [InlineData(2, 1, 90, 257, true)]
    [InlineData(1, 1, 700, 40, false)]
    [InlineData(1, 1, 40, 700, true)]
    public void MatchesDoublePrecisionOnLongSequences(int batch, int heads, int queries, int keys, bool causal)
    {
        new AttentionCase(batch, heads, queries, keys, 20, 16, causal, layout: HeadLayout.Interleaved).Verify();
        new AttentionCase(batch, heads, queries, keys, 16, 24, causal, MaskShape.Full) { KeepProbabilities = true }.Verify();
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void EmptySequencesGiveZeros(int queries, int keys)
    {
        new AttentionCase(2, 2, queries, keys, 8, 8).Verify();
        new AttentionCase(2, 2, queries, keys, 8, 8, causal: true).Verify();
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-0.5f)]
    [InlineData(30f)]
    public void AnyScaleWorks(float scale) => new AttentionCase(1, 2, 20, 30, 8, 8) { Scale = scale }.Verify();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ARowThatMayLookNowhereIsNaNAndTheOthersAreNot(bool keepsProbabilities)
    {
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            using var settings = new KernelSettings(level);
            var attention = new AttentionCase(1, 1, 6, 20, 8, 8, mask: MaskShape.Full) { KeepProbabilities = keepsProbabilities };
            attention.Mask.AsSpan(2 * 20, 20).Fill(float.NegativeInfinity);
            AttentionResult result = attention.Run();
            for (int row = 0; row < 6; row++)
            {
                Assert.Equal(row == 2, result.Output.Skip(row * 8).Take(8).All(float.IsNaN));
                Assert.Equal(row == 2, result.Output.Skip(row * 8).Take(8).Any(float.IsNaN));
                Assert.Equal(row == 2, result.DQuery!.Skip(row * 8).Take(8).All(float.IsNaN));
            }
        }
    }

    [Fact]
    public void LargeScoresDoNotOverflow()
    {
        var attention = new AttentionCase(1, 1, 9, 20, 8, 8) { Scale = 1e4f };
        AttentionResult result = attention.Run();
        Assert.All(result.Output, value => Assert.InRange(value, -1f, 1f));
        Assert.All(result.DQuery!, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(3, 4, 65, 65, false)]
    [InlineData(1, 1, 300, 400, false)]
    [InlineData(1, 3, 300, 300, true)]
    public void EveryThreadCountGivesTheSameBits(int batch, int heads, int queries, int keys, bool causal)
    {
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            var attention = new AttentionCase(batch, heads, queries, keys, 24, 32, causal);
            using var one = new KernelSettings(level, threads: 1);
            int[] expected = attention.Run().Bits();
            foreach (int threads in new[] { 2, 3, 8 })
            {
                using var several = new KernelSettings(level, threads);
                Assert.Equal(expected, attention.Run().Bits());
            }
        }
    }

    [Fact]
    public void GradientsThatAreNotWantedAreLeftOutAndTheOthersAreTheSame()
    {
        foreach (int keys in new[] { 20, 300 })
        {
            var attention = new AttentionCase(1, 2, 300, keys, 8, 12, causal: true);
            AttentionResult all = attention.Run();
            Assert.Equal(all.DQuery, attention.Run(key: false, value: false).DQuery);
            Assert.Equal(all.DKey, attention.Run(query: false, value: false).DKey);
            Assert.Equal(all.DValue, attention.Run(query: false, key: false).DValue);
        }
    }

    /// <summary>The derivative of sum(dO * output) by every input, by central differences in double precision.</summary>
    [Theory]
    [InlineData(false, MaskShape.None)]
    [InlineData(true, MaskShape.None)]
    [InlineData(false, MaskShape.Full)]
    public void GradientsMatchFiniteDifferences(bool causal, MaskShape mask)
    {
        foreach (bool keepsProbabilities in new[] { true, false })
        {
            var attention = new AttentionCase(1, 1, 7, 9, 5, 6, causal, mask) { KeepProbabilities = keepsProbabilities };
            AttentionResult result = attention.Run();
            Check(attention.Query, result.DQuery!);
            Check(attention.Key, result.DKey!);
            Check(attention.Value, result.DValue!);

            void Check(float[] input, float[] gradient)
            {
                for (int i = 0; i < input.Length; i++)
                {
                    const float Step = 1f / 512;
                    float value = input[i];
                    input[i] = value + Step;
                    double above = Loss();
                    float high = input[i];
                    input[i] = value - Step;
                    double below = Loss();
                    double slope = (above - below) / (high - input[i]);
                    input[i] = value;
                    Assert.Equal(slope, gradient[i], 2e-5);
                }
            }

            double Loss()
            {
                double[,] output = new NaiveAttention(attention, 0, 0).Output;
                return output.Cast<double>().Select((value, i) => value * attention.GradOutput[i]).Sum();
            }
        }
    }
}
