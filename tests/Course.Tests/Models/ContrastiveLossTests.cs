using Course.Models;
using static TorchSharp.torch;

namespace Course.Tests.Models;

public sealed class ContrastiveLossTests
{
    private static readonly float[,] Scores = { { 2, -1, 0.5f }, { 0, 1, 3 }, { -2, 0.25f, 1 } };

    [Fact]
    public void Info_nce_is_the_mean_of_both_directions()
    {
        double expected = 0;
        for (int k = 0; k < 3; k++)
        {
            double row = Enumerable.Range(0, 3).Sum(j => Math.Exp(Scores[k, j]));
            double column = Enumerable.Range(0, 3).Sum(i => Math.Exp(Scores[i, k]));
            expected += ((Math.Log(row) + Math.Log(column)) / 2) - Scores[k, k];
        }

        Assert.Equal(expected / 3, ContrastiveLoss.InfoNce(tensor(Scores)).item<float>(), 5);
        Assert.Equal(expected / 3, ContrastiveLoss.InfoNce(tensor(Scores).T).item<float>(), 5);
    }

    [Fact]
    public void Pairs_of_one_concept_are_no_negatives()
    {
        Tensor logits = tensor(new float[,] { { 9, 9, 0 }, { 9, 9, 0 }, { 0, 0, 9 } });
        Tensor concepts = tensor(new long[] { 5, 5, 1 });
        Assert.InRange(ContrastiveLoss.InfoNce(logits).item<float>(), 0.46f, 0.47f);
        Assert.InRange(ContrastiveLoss.InfoNce(logits, concepts).item<float>(), 0, 0.001f);
        float plain = ContrastiveLoss.InfoNce(tensor(Scores)).item<float>();
        Assert.Equal(plain, ContrastiveLoss.InfoNce(tensor(Scores), arange(3)).item<float>(), 6);
    }

    [Fact]
    public void A_false_negative_gets_no_gradient()
    {
        Tensor logits = tensor(new float[,] { { 1, 2, 0 }, { 0, 1, 3 }, { 2, 0, 1 } }, requires_grad: true);
        ContrastiveLoss.InfoNce(logits, tensor(new long[] { 7, 7, 2 })).backward();
        Assert.Equal(0, logits.grad![0, 1].item<float>());
        Assert.Equal(0, logits.grad![1, 0].item<float>());
        Assert.NotEqual(0, logits.grad![0, 2].item<float>());
    }

    [Fact]
    public void Sig_lip_is_a_sum_of_questions()
    {
        double expected = 0;
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                expected += Math.Log(1 + Math.Exp(i == j ? -Scores[i, j] : Scores[i, j])) / 3;
        Assert.Equal(expected, ContrastiveLoss.SigLip(tensor(Scores)).item<float>(), 5);
    }

    [Fact]
    public void Scores_of_every_token_are_refused()
    {
        string message = Assert.Throws<ArgumentException>(() => ContrastiveLoss.InfoNce(zeros(4, 7, 4))).Message;
        Assert.Contains("(4, 7, 4)", message);
        Assert.Contains("one vector", message);
        Assert.Throws<ArgumentException>(() => ContrastiveLoss.SigLip(zeros(4, 3)));
    }
}
