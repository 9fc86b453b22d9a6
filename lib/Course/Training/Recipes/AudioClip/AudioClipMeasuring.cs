using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.AudioClip;

/// <summary>Finds pictures and texts by what is spoken: heard and unheard recordings, concepts and languages.</summary>
internal sealed class AudioClipMeasuring(Models.AudioClip model, BytePairTokenizer tokenizer, LogMel logMel, Stamps stamps)
{
    /// <summary>Recall for each language with seen concepts, for unheard recordings and for unseen concepts.</summary>
    public IReadOnlyList<Measurement> All(SpokenSplit split, IReadOnlyList<string> heard, IReadOnlyList<string> unheard) =>
        Measuring.InEvalMode(model, () => Recalls(split, heard, unheard));

    private List<Measurement> Recalls(SpokenSplit split, IReadOnlyList<string> heard, IReadOnlyList<string> unheard)
    {
        int[] seen = SpokenSplit.OnePerName(stamps, split.Seen), unseen = SpokenSplit.OnePerName(stamps, split.Unseen);
        var training = split.Training.ToHashSet();
        var measured = new List<Measurement>();
        foreach (string language in heard)
        {
            ILookup<bool, int> isHeard = seen.ToLookup(i => training.Contains((i, language)));
            measured.AddRange(Recall($"{language}, heard recordings", language, isHeard[true], seen));
            measured.AddRange(Recall($"{language}, unheard recordings", language, isHeard[false], seen));
            measured.AddRange(Recall($"{language}, unseen concepts", language, unseen, unseen));
        }

        foreach (string language in unheard.Append(Stamps.Synthetic))
        {
            measured.AddRange(Recall($"{language}, unheard language, seen concepts", language, seen, seen));
            measured.AddRange(Recall($"{language}, unheard language, unseen concepts", language, unseen, unseen));
        }

        return measured;
    }

    private IEnumerable<Measurement> Recall(string name, string language, IEnumerable<int> wanted, int[] gallery)
    {
        int[] queries = [.. wanted.Where(i => stamps.HasVoice(i, language))];
        if (queries.Length == 0) return [];
        Tensor sounds = Measuring.Embed(queries, batch =>
            model.EmbedSounds(stack(batch.Select(i => logMel.Read(stamps.Voice(i, language))))));
        Tensor pictures = Measuring.Embed(gallery, batch => model.Clip.EmbedImages(Models.Clip.Normalise(stamps.Images(batch))));
        Tensor texts = Measuring.Embed(gallery, batch => model.Clip.EmbedTexts(
            tokenizer.Batch([.. batch.Select(i => stamps.Items[i].Name)], model.Clip.Config.ContextLength)));
        return [.. Among(pictures, "picture"), .. Among(texts, "text")];

        IEnumerable<Measurement> Among(Tensor candidates, string what) => Measuring.Recall(
            $"{name}, audio to {what}", Retrieval.Of(SpokenRetrieval.Scores(sounds, queries, candidates, gallery)), gallery.Length,
            $", {queries.Length} queries");
    }
}
