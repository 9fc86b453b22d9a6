// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The vector of a class from those of its prompts.</summary>
[Erratum(ErratumKind.Normalisation, "The longest prompt wins",
    Seen = "constructed; the tutorials mention no ensembles",
    Source = "Radford et al. 2021, section 3.1.4")]
public class LongPromptWins : Erratum
{
    /// <summary>Prompt embeddings (P, E), of any length, to a unit vector (E).</summary>
    public virtual Tensor Class(Tensor prompts) => F.normalize(prompts.mean([0L]), dim: 0);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var prompts = tensor(new[] { 10f, 0, 0, 1 }).view(2, 2);
        var cosines = F.normalize(prompts, dim: 1).matmul(Class(prompts));
        Check.Close(cosines[0].item<float>(), cosines[1].item<float>(),
            "both prompts have an equal say");
    }
}

/// <summary>Normalises, averages, normalises again.</summary>
public sealed class EachPromptCounts : LongPromptWins
{
    /// <inheritdoc/>
    public override Tensor Class(Tensor prompts) => base.Class(F.normalize(prompts, dim: 1));
}
