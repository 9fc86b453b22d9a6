using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Clip;

/// <summary>Retrieval by label, both ways, on one vendor's drawings.</summary>
internal sealed class ClipMeasuring(Models.Clip model, BytePairTokenizer tokenizer, Emoji emoji)
{
    /// <summary>Recall for seen concrete, all seen, and unseen concepts.</summary>
    public IReadOnlyList<Measurement> OnVendor(string vendor, int[] seen, int[] unseen) => Measuring.InEvalMode(model, () =>
    {
        IEnumerable<int> all = Enumerable.Range(0, emoji.Concepts.Count);
        Tensor images = Measuring.Embed(all, concepts => EmbedImages(vendor, concepts));
        Tensor texts = Measuring.Embed(all, EmbedLabels);
        int[] concrete = [.. seen.Where(i => emoji.Concepts[i].IsConcrete)];
        Measurement[] measured =
        [
            .. Recall("seen concrete concepts", images, texts, concrete),
            .. Recall("all seen concepts", images, texts, seen),
            .. Recall("unseen concepts", images, texts, unseen),
        ];
        return measured.Select(one => one with { Name = $"{vendor}, {one.Name}" });
    });

    private static IEnumerable<Measurement> Recall(string name, Tensor images, Tensor texts, int[] concepts)
    {
        if (concepts.Length == 0) return [];
        Tensor chosen = tensor(concepts.Select(i => (long)i).ToArray());
        Tensor scores = images.index_select(0, chosen).matmul(texts.index_select(0, chosen).T);
        return Measuring.BothWays("picture", "text", scores).Select(one => one with { Name = $"{name}, {one.Name}" });
    }

    private Tensor EmbedImages(string vendor, int[] concepts)
    {
        Tensor chosen = tensor(concepts.Select(i => (long)i).ToArray());
        return model.EmbedImages(Models.Clip.Normalise(emoji.Pictures(vendor).index_select(0, chosen)));
    }

    private Tensor EmbedLabels(int[] concepts) =>
        model.EmbedTexts(tokenizer.Batch([.. concepts.Select(i => emoji.Concepts[i].Label)], model.Config.ContextLength));
}
