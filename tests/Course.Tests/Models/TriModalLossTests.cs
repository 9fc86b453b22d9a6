using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class TriModalLossTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void It_is_the_mean_of_six_cross_entropies()
    {
        (Tensor i, Tensor t, Tensor a) = (Unit(1), Unit(2), Unit(3));
        (double it, double ai, double at) = (3, 5, 7);
        double sum = 0;
        foreach ((Tensor from, Tensor to, double scale) in new[]
            { (i, t, it), (t, i, it), (a, i, ai), (i, a, ai), (a, t, at), (t, a, at) })
            sum += CrossEntropy(from, to, scale);
        Assert.Equal(sum / 6, Of(i, t, a, it, ai, at), 1e-5);
    }

    [Fact]
    public void Modalities_can_change_places_with_their_scales()
    {
        (Tensor i, Tensor t, Tensor a) = (Unit(1), Unit(2), Unit(3));
        double value = Of(i, t, a, 3, 5, 7);
        Assert.Equal(value, Of(t, i, a, 3, 7, 5), 1e-5);
        Assert.Equal(value, Of(a, t, i, 7, 5, 3), 1e-5);
    }

    [Fact]
    public void A_pair_alone_is_clips_loss()
    {
        (Tensor i, Tensor t, Tensor a) = (Unit(1), Unit(2), Unit(3));
        (Tensor, Tensor, Tensor) scales = (tensor(3f), tensor(5f), tensor(7f));
        Assert.Equal(
            ContrastiveLoss.InfoNce(5 * a.matmul(i.T)).item<float>(),
            TriModalLoss.Of(i, t, a, scales, ModalityPairs.AudioImage).item<float>(), 1e-5);
        Tensor two = TriModalLoss.Of(i, t, a, scales, ModalityPairs.AudioImage | ModalityPairs.AudioText);
        Assert.Equal(
            (ContrastiveLoss.InfoNce(5 * a.matmul(i.T))
                + ContrastiveLoss.InfoNce(7 * a.matmul(t.T))).item<float>() / 2, two.item<float>(), 1e-5);
        Assert.Throws<ArgumentException>(() => TriModalLoss.Of(i, t, a, scales, 0));
    }

    [Fact]
    public void Unpooled_texts_are_refused() => Assert.Contains(
        "The texts have shape (4, 5, 8): one vector for each is needed",
        Assert.Throws<ArgumentException>(() => TriModalLoss.Of(Unit(1), randn(4, 5, 8), Unit(3),
            (tensor(1f), tensor(1f), tensor(1f)))).Message);

    public void Dispose() => _scope.Dispose();

    private static Tensor Unit(long seed)
    {
        manual_seed(seed);
        return nn.functional.normalize(randn(4, 8), dim: 1);
    }

    private static double Of(Tensor i, Tensor t, Tensor a, double it, double ai, double at) =>
        TriModalLoss.Of(i, t, a, (tensor((float)it), tensor((float)ai), tensor((float)at))).item<float>();

    private static double CrossEntropy(Tensor from, Tensor to, double scale)
    {
        double[,] cosine = new double[4, 4];
        for (int r = 0; r < 4; r++)
            for (int c = 0; c < 4; c++)
                cosine[r, c] = scale * (from[r] * to[c]).sum().item<float>();
        double loss = 0;
        for (int r = 0; r < 4; r++)
            loss -= (cosine[r, r] - Math.Log(Enumerable.Range(0, 4).Sum(c => Math.Exp(cosine[r, c])))) / 4;
        return loss;
    }
}
