// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Multinomial logistic regression on frozen features, fitted by L-BFGS: how well a straight cut through them tells classes apart.
/// Radford et al. 2021, section 3.2 and appendix A.3.
/// </summary>
public sealed class LinearProbe
{
    private readonly Tensor mean, deviation, weight, bias;

    private LinearProbe(Tensor mean, Tensor deviation, Tensor weight, Tensor bias) =>
        (this.mean, this.deviation, this.weight, this.bias) = (mean, deviation, weight, bias);

    /// <summary>
    /// Minimises the mean cross-entropy plus lambda / 2 times the squared weights. The features are brought to mean 0 and variance 1 by the
    /// training data's own numbers.
    /// </summary>
    /// <param name="features">(N, D).</param>
    /// <param name="labels">(N), from 0.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="lambda">The strength of the L2 penalty.</param>
    /// <param name="iterations">The most steps of L-BFGS.</param>
    public static LinearProbe Fit(Tensor features, Tensor labels, long classes, double lambda, int iterations = 100)
    {
        using var scope = NewDisposeScope();
        var mean = features.mean(new[] { 0L }).DetachFromDisposeScope();                              // (D)
        var deviation = (features.std(0) + 1e-6).DetachFromDisposeScope();                            // (D)
        var x = ((features - mean) / deviation).detach();                                             // (N, D)
        var weight = new Parameter(zeros(features.shape[1], classes, device: features.device));       // (D, K)
        var bias = new Parameter(zeros(classes, device: features.device));                            // (K)
        var optimizer = optim.LBFGS(new[] { weight, bias }, lr: 1, max_iter: iterations, history_size: 10);
        optimizer.step(() =>
        {
            optimizer.zero_grad();
            var loss = F.cross_entropy(x.matmul(weight) + bias, labels) + (lambda / 2 * weight.pow(2).sum());
            loss.backward();
            return loss;
        });
        Tensor Kept(Tensor fitted) => fitted.detach().clone().DetachFromDisposeScope();
        return new LinearProbe(mean, deviation, Kept(weight), Kept(bias));
    }

    /// <summary>The scores of each class, (N, K).</summary>
    public Tensor Scores(Tensor features) => ((features - mean) / deviation).matmul(weight) + bias;

    /// <summary>The share of features (N, D) whose highest score is at <paramref name="labels"/> (N).</summary>
    public double Accuracy(Tensor features, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return Scores(features).argmax(1).eq(labels).to(ScalarType.Float32).mean().item<float>();
    }
}
