using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.AudioClip;

/// <summary>Finds pictures and texts by what is spoken: heard and unheard recordings, concepts and languages.</summary>
internal sealed class AudioClipMeasuring(Models.AudioClip model, BytePairTokenizer tokenizer, LogMel logMel, Stamps stamps)
{
    private const int BatchSize = 128;

    /// <summary>Recall for each language with seen concepts, for unheard recordings and for unseen concepts.</summary>
    public IReadOnlyList<Measurement> All(SpokenSplit split, IReadOnlyList<string> heard, IReadOnlyList<string> unheard)
    {
        bool wasTraining = model.training;
        model.eval();
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
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

        model.train(wasTraining);
        return measured;
    }

    private IEnumerable<Measurement> Recall(string name, string language, IEnumerable<int> wanted, int[] gallery)
    {
        int[] queries = [.. wanted.Where(i => stamps.HasVoice(i, language))];
        if (queries.Length == 0) yield break;
        using DisposeScope scope = NewDisposeScope();
        Tensor sounds = Embed(queries, chunk =>
            model.EmbedSounds(stack(chunk.Select(i => logMel.Read(stamps.Voice(i, language))))));
        Tensor pictures = Embed(gallery, chunk => model.Clip.EmbedImages(Models.Clip.Normalise(stamps.Images(chunk))));
        Tensor texts = Embed(gallery, chunk => model.Clip.EmbedTexts(
            tokenizer.Batch([.. chunk.Select(i => stamps.Items[i].Name)], model.Clip.Config.ContextLength)));
        double count = gallery.Length;
        foreach ((string way, Tensor candidates) in new[] { ("audio to picture", pictures), ("audio to text", texts) })
        {
            Retrieval retrieval = Retrieval.Of(SpokenRetrieval.Scores(sounds, queries, candidates, gallery));
            foreach (int k in new[] { 1, 5, 10 })
                yield return new Measurement($"{name}, {way}, R@{k} of {count}, {queries.Length} queries", retrieval.RecallAt(k), k / count);
        }
    }

    private static Tensor Embed(int[] stamps, Func<int[], Tensor> embed) => cat(stamps.Chunk(BatchSize).Select(chunk =>
    {
        using DisposeScope scope = NewDisposeScope();
        return embed(chunk).MoveToOuterDisposeScope();
    }).ToArray());
}
