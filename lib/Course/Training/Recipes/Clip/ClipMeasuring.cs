using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Clip;

/// <summary>Retrieval by label, both ways, on one vendor's drawings.</summary>
internal sealed class ClipMeasuring(Models.Clip model, BytePairTokenizer tokenizer, Emoji emoji)
{
    private const int BatchSize = 128;

    /// <summary>Recall for seen concrete, all seen, and unseen concepts.</summary>
    public IReadOnlyList<Measurement> OnVendor(string vendor, int[] seen, int[] unseen)
    {
        bool wasTraining = model.training;
        model.eval();
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor images = Embed(emoji.Concepts.Count, all => EmbedImages(vendor, all));
        Tensor texts = Embed(emoji.Concepts.Count, EmbedLabels);
        int[] concrete = [.. seen.Where(i => emoji.Concepts[i].IsConcrete)];
        Measurement[] measured =
        [
            .. Recall("seen concrete concepts", images, texts, concrete),
            .. Recall("all seen concepts", images, texts, seen),
            .. Recall("unseen concepts", images, texts, unseen),
        ];
        model.train(wasTraining);
        return [.. measured.Select(one => one with { Name = $"{vendor}, {one.Name}" })];
    }

    private static IEnumerable<Measurement> Recall(string name, Tensor images, Tensor texts, int[] concepts)
    {
        if (concepts.Length == 0) yield break;
        Tensor chosen = tensor(concepts.Select(i => (long)i).ToArray());
        Tensor scores = images.index_select(0, chosen).matmul(texts.index_select(0, chosen).T);
        double count = concepts.Length;
        foreach ((string way, Tensor matrix) in new[] { ("picture to text", scores), ("text to picture", scores.T) })
        {
            Retrieval retrieval = Retrieval.Of(matrix);
            foreach (int k in new[] { 1, 5, 10 })
                yield return new Measurement($"{name}, {way}, R@{k} of {count}", retrieval.RecallAt(k), k / count);
            yield return new Measurement($"{name}, {way}, median rank of {count}", retrieval.MedianRank, (count + 1) / 2);
        }
    }

    private static Tensor Embed(int count, Func<int[], Tensor> embed) => cat(
        Enumerable.Range(0, count).Chunk(BatchSize).Select(embed).ToArray());

    private Tensor EmbedImages(string vendor, int[] concepts)
    {
        Tensor chosen = tensor(concepts.Select(i => (long)i).ToArray());
        return model.EmbedImages(Models.Clip.Normalise(emoji.Pictures(vendor).index_select(0, chosen)));
    }

    private Tensor EmbedLabels(int[] concepts) =>
        model.EmbedTexts(tokenizer.Batch([.. concepts.Select(i => emoji.Concepts[i].Label)], model.Config.ContextLength));
}
