// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>What a text encoder can read.</summary>
[Erratum(ErratumKind.History, "A vector for each word",
    Seen = "tutorial text on text encoders",
    Source = "Radford et al. 2021, section 2.4; Sennrich et al. 2016")]
public class WordsOnly : Erratum
{
    /// <summary>What the training texts were.</summary>
    public static string[] Training { get; } = ["a cat and a fish", "two cats fishing", "a fish and fishes"];

    /// <summary>A text as the encoder gets it, spelled out again.</summary>
    public virtual string ReadBack(string text)
    {
        var known = Training.SelectMany(line => line.Split(' ')).ToHashSet();
        return string.Join(' ', text.Split(' ').Select(word => known.Contains(word) ? word : "[unknown]"));
    }

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Equal(ReadBack("a catfish"), "a catfish", "a new word is not lost");
}

/// <summary>Byte pairs, as in chapter 3.</summary>
public sealed class Subwords : WordsOnly
{
    /// <inheritdoc/>
    public override string ReadBack(string text)
    {
        var tokenizer = BytePairTokenizer.Train(Training, vocabularySize: 300);
        return tokenizer.Decode(tokenizer.Encode(text));
    }
}
