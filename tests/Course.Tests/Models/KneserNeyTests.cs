using Course.Models;

namespace Course.Tests.Models;

public sealed class KneserNeyTests
{
    private static readonly int[][] Texts = [[9, 9, 1, 2, 3], [9, 9, 1, 2, 4], [9, 9, 5, 2, 3], [9, 9, 1, 2, 3]];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(9, 9)]
    [InlineData(7, 2)]
    [InlineData(7, 8)]
    public void Probabilities_sum_to_one_after_any_context(int before, int last)
    {
        var model = new KneserNey(Texts, 10);
        double sum = Enumerable.Range(0, 10).Sum(token => model.Probability(before, last, token));
        Assert.Equal(1, sum, 12);
        Assert.All(Enumerable.Range(0, 10), token => Assert.True(model.Probability(before, last, token) > 0));
    }

    [Fact]
    public void A_probability_by_hand()
    {
        // Pairs that end a trigram: (9,1) (9,5) (1,2) (5,2) (2,3) (2,4), six in all.
        // Alone: 3 ends one pair: (1 + 1) / (6 + 10). After 2: kinds 1-2-3, 1-2-4, 5-2-3, so 3 of which 2 are 3's.
        double alone = 2 / 16.0, afterOne = (2 - 0.75 + (0.75 * 2 * alone)) / 3;
        // After 1 2: three times, twice 3, two kinds.
        Assert.Equal((2 - 0.75 + (0.75 * 2 * afterOne)) / 3, new KneserNey(Texts, 10).Probability(1, 2, 3), 12);
    }

    [Fact]
    public void The_surprise_of_a_text_is_that_of_its_tokens_after_two()
    {
        var model = new KneserNey(Texts, 10);
        var (sum, count) = model.Surprise([9, 9, 1, 2]);
        Assert.Equal(2, count);
        Assert.Equal(-Math.Log(model.Probability(9, 9, 1)) - Math.Log(model.Probability(9, 1, 2)), sum, 12);
    }
}
