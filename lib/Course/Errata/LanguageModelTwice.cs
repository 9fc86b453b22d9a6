// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A language model that reads a picture and words.</summary>
[Erratum(ErratumKind.Invariances, "A language model that reads its own output",
    Seen = "tutorial code for PaLM-E",
    Source = "Driess et al. 2023, section 3")]
public class LanguageModelTwice : Erratum
{
    /// <summary>Token numbers (B, T) and a picture (B, 1, D) to hidden states (B, 1 + T, D).</summary>
    public virtual Tensor Run(Func<Tensor, Tensor> languageModel, Embedding embeddings, Tensor ids, Tensor picture)
    {
        var words = languageModel(embeddings.call(ids));
        return languageModel(cat([picture, words], 1));
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var calls = 0;
        var block = new TransformerBlock(16, 2, causal: true);
        Tensor LanguageModel(Tensor x)
        {
            calls++;
            return block.call(x);
        }

        Run(LanguageModel, nn.Embedding(50, 16), tensor(new long[] { 4, 8, 15 }).unsqueeze(0), randn(1, 1, 16));
        Check.Equal(calls, 1, "the language model runs once");
    }
}

/// <summary>Embeds the words by the input table.</summary>
public sealed class LanguageModelOnce : LanguageModelTwice
{
    /// <inheritdoc/>
    public override Tensor Run(Func<Tensor, Tensor> languageModel, Embedding embeddings, Tensor ids, Tensor picture) =>
        languageModel(cat([picture, embeddings.call(ids)], 1));
}
