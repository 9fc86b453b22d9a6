using Course.Data;
using Course.Models;

namespace Course.Tests.Models;

public sealed class CaptionMetricsTests
{
    [Theory]
    [InlineData("a b c d e", "a b c d f", 0.668740)]       // 4/5, 3/4, 2/3, 1/2: the fourth root of 0.2
    [InlineData("a b c d", "a b c d e", 0.778801)]         // all right, but short: exp(1 - 5/4)
    [InlineData("A b, c d!", "a B c D.", 1)]               // case and punctuation do not count
    [InlineData("a a a a a", "a a a b c", 0)]              // no four words in a row
    [InlineData("a b c d a b c d", "a b c d", 0.345721)]   // 4/8, 3/7, 2/6, 1/5: each counts as often as in the reference
    public void Bleu_by_hand(string candidate, string reference, double expected) =>
        Assert.Equal(expected, new Bleu([candidate], [[reference]]).Score, 5);

    [Fact]
    public void Bleu_is_of_all_texts_together_and_takes_the_best_of_the_references()
    {
        // Words 4/4 + 3/5, pairs 3/3 + 2/4, threes 2/2 + 1/3, fours 1/1 + 0/2; 9 words against 4 + 5.
        var bleu = new Bleu(["a b c d", "a b c x y"], [["q", "a b c d"], ["a b c d e"]]);
        Assert.Equal(Math.Pow(7 / 9.0 * (5 / 7.0) * (3 / 5.0) * (1 / 3.0), 0.25), bleu.Score, 10);
    }

    [Fact]
    public void Cider_by_hand()
    {
        var cider = new Cider([["a b"], ["c d"]]);
        // Words and pairs agree, threes and fours there are none.
        Assert.Equal(5, cider.Score(0, "a b"), 10);
        Assert.Equal(0, cider.Score(0, "c d"), 10);
        double shorter = Math.Exp(-1 / 72.0);
        Assert.Equal(10 * shorter * (1 / Math.Sqrt(2)) / 4, cider.Score(0, "a"), 10);
        // a counts once, as in the reference: words (1 + 1) / (√5 √2), pairs 1 / √2.
        Assert.Equal(10 * shorter * ((2 / Math.Sqrt(10)) + (1 / Math.Sqrt(2))) / 4, cider.Score(0, "a a b"), 10);
    }

    [Fact]
    public void What_every_picture_is_called_counts_nothing_in_Cider()
    {
        var cider = new Cider([["a cat"], ["a dog"]]);
        Assert.Equal(0, cider.Score(0, "a"), 10);
        // The pair "a cat" and the word "cat" are rare.
        Assert.Equal(5, cider.Score(0, "a cat"), 10);
    }

    [Fact]
    public void Cider_is_the_mean_over_the_references()
    {
        var cider = new Cider([["a b", "c d"], ["e f"]]);
        Assert.Equal(2.5, cider.Score(0, "a b"), 10);
    }

    [Fact]
    public void A_paired_test_tells_luck_from_skill()
    {
        double[] good = [.. Enumerable.Repeat(1.0, 20)], bad = new double[20];
        Assert.Equal(0.0001, PairedTest.PValue(good, bad), 4);
        Assert.Equal(1, PairedTest.PValue(good, good));
        Assert.True(PairedTest.PValue(bad, good) > 0.99);
        // Three items that differ: by lot all three agree in one case of eight.
        Assert.Equal(0.125, PairedTest.PValue([1, 1, 1], [0, 0, 0]), 0.015);
    }

    [Theory]
    [InlineData(255, 0, 0, "red")]
    [InlineData(255, 128, 0, "orange")]
    [InlineData(255, 220, 40, "yellow")]
    [InlineData(40, 160, 60, "green")]
    [InlineData(30, 110, 230, "blue")]
    [InlineData(130, 50, 200, "purple")]
    [InlineData(250, 120, 190, "pink")]
    [InlineData(255, 180, 185, "pink")]
    [InlineData(120, 70, 30, "brown")]
    [InlineData(20, 20, 20, "black")]
    [InlineData(128, 128, 128, "grey")]
    [InlineData(250, 250, 250, "white")]
    public void Colours_have_their_names(int r, int g, int b, string name) => Assert.Equal(name, ColourName.Of((r, g, b)));

    [Fact]
    public void The_background_has_no_vote()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var picture = TorchSharp.torch.full([3L, 4, 4], 208, dtype: TorchSharp.torch.ScalarType.Byte);
        picture[0, 2, 2] = TorchSharp.torch.tensor((byte)250);
        picture[1, 2, 2] = TorchSharp.torch.tensor((byte)10);
        picture[2, 2, 2] = TorchSharp.torch.tensor((byte)10);
        Assert.Equal("red", ColourName.Of(picture));
    }

    [Fact]
    public void Texts_about_a_drawing()
    {
        Assert.Equal("a picture of red fox, mostly orange", PictureTexts.Caption("red fox", "orange"));
        Assert.Equal("red fox", PictureTexts.NameIn("red fox, mostly orange"));
        Assert.Equal("fox", PictureTexts.NameIn(" fox"));
        Assert.Equal(["a picture of fox, mostly red", "question: what is it? answer: fox", "question: which colour is it? answer: red"],
            PictureTexts.All("fox", "red"));
        Assert.Contains("none of the prompts", Assert.Throws<ArgumentException>(() => PictureTexts.Answer("what?", "fox", "red")).Message);
        string[] described = [.. Enumerable.Range(0, 60).Select(i => PictureTexts.Describe("fox", "red", new SeededRandom(i)))];
        Assert.Equal(["a picture of fox", "a picture of fox, mostly red", "fox"], described.Distinct().Order());
    }
}
