// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>What the course's language model reads: WordNet's definitions, descriptions of Wesnoth's units, and texts about drawings.</summary>
/// <param name="Training">To train on.</param>
/// <param name="Validation">Definitions to choose by.</param>
/// <param name="Test">Definitions and descriptions to measure on.</param>
public sealed record LanguageTexts(IReadOnlyList<string> Training, IReadOnlyList<string> Validation, IReadOnlyList<string> Test)
{
    // Few and short beside the definitions: repeated, they are about a fifth of what is read.
    private const int CopiesOfCaptions = 3;

    /// <summary>
    /// The texts by the split of <see cref="Glosses"/>; every tenth description is a test. Texts about drawings are trained on only.
    /// </summary>
    public static LanguageTexts Of(Glosses glosses, IReadOnlyList<BattleUnit> units, NamedDrawings drawings)
    {
        var (training, validation, test) = glosses.Split();
        string[] Define(int[] which) => [.. which.Select(i => $"{glosses.All[i].Words[0]}: {glosses.All[i].Definition}")];
        var descriptions = units.Select(unit => unit.Description).Where(text => text.Length > 0).Distinct().ToArray();
        return new LanguageTexts(
            [
                .. Define(training), .. descriptions.Where((_, i) => i % 10 != 0),
                .. Enumerable.Repeat(drawings.Texts(), CopiesOfCaptions).SelectMany(texts => texts),
            ],
            Define(validation),
            [.. Define(test), .. descriptions.Where((_, i) => i % 10 == 0)]);
    }
}
