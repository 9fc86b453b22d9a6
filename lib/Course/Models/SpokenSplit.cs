// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Which recordings a model may hear. Some concepts are unseen: in no picture, text or recording of the training. Of some seen concepts one
/// heard language is left out, so that there are unheard recordings by heard voices.
/// </summary>
public sealed class SpokenSplit
{
    private SpokenSplit(int[] seen, int[] unseen, (int, string)[] training, (int, string)[] unheard) =>
        (Seen, Unseen, Training, Unheard) = (seen, unseen, training, unheard);

    /// <summary>The stamps of the seen concepts.</summary>
    public IReadOnlyList<int> Seen { get; }

    /// <summary>The stamps of the unseen concepts.</summary>
    public IReadOnlyList<int> Unseen { get; }

    /// <summary>What is trained on.</summary>
    public IReadOnlyList<(int Stamp, string Language)> Training { get; }

    /// <summary>Recordings of seen concepts by heard voices that are not trained on.</summary>
    public IReadOnlyList<(int Stamp, string Language)> Unheard { get; }

    /// <summary>Divides the recordings in the heard languages.</summary>
    /// <param name="stamps">The data set.</param>
    /// <param name="heard">The languages that may be heard.</param>
    /// <param name="unseenConcepts">How many concepts are unseen.</param>
    /// <param name="every">One language is left out of every so many-th seen concept, the languages taking turns.</param>
    /// <param name="seed">Decides which.</param>
    public static SpokenSplit Of(Stamps stamps, IReadOnlyList<string> heard, int unseenConcepts = 60, int every = 5, long seed = 1)
    {
        var (seen, unseen) = stamps.SplitConcepts(unseenConcepts, seed);
        var concepts = seen.Select(i => stamps.Items[i].Concept).Distinct().ToArray();
        new SeededRandom(seed).Shuffle<string>(concepts);
        var leftOut = concepts.Where((_, n) => n % every == 0).Select((concept, n) => (concept, heard[n % heard.Count])).ToHashSet();
        var all = heard.SelectMany(language => seen.Where(i => stamps.HasVoice(i, language)).Select(i => (i, language)))
            .ToLookup(r => leftOut.Contains((stamps.Items[r.i].Concept, r.language)));
        return new SpokenSplit(seen, unseen, [.. all[false]], [.. all[true]]);
    }

    /// <summary>One stamp for each name, the first, among <paramref name="candidates"/>: a gallery in which each name is once.</summary>
    public static int[] OnePerName(Stamps stamps, IEnumerable<int> candidates) =>
        candidates.GroupBy(i => stamps.Items[i].Name).Select(group => group.First()).ToArray();
}
