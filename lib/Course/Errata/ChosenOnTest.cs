// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The accuracy that is reported for the best of many models.</summary>
[Erratum(ErratumKind.Evaluation, "Chosen on the test split",
    Seen = "tutorial code that fine-tunes a ViT",
    Source = "Hastie et al. 2009 (The Elements of Statistical Learning), section 7.2")]
public class ChosenOnTest : Erratum
{
    /// <summary>Who is right where, (models, pictures), as 0 and 1, on two splits.</summary>
    /// <param name="validation">The split for choosing.</param>
    /// <param name="test">The split for reporting.</param>
    public virtual double Report(Tensor validation, Tensor test) =>
        test.mean([1L]).max().item<float>();

    /// <summary>200 models that toss a coin for each of 100 pictures.</summary>
    public static Tensor Coins() => (rand(200, 100) < 0.5).to(ScalarType.Float32);

    /// <inheritdoc/>
    protected override void Claim() => Check.Close(
        Enumerable.Range(0, 50).Average(_ => Report(Coins(), Coins())), 0.5,
            "the best of 200 coins is a coin, over 50 rounds", atol: 0.02);
}

/// <summary>Chooses on one split, reports on the other.</summary>
public sealed class ChosenOnValidation : ChosenOnTest
{
    /// <inheritdoc/>
    public override double Report(Tensor validation, Tensor test) =>
        test.mean([1L])[validation.mean([1L]).argmax()].item<float>();
}
