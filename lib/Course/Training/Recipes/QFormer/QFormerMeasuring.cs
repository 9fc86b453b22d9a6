using Course.Models;
using Course.Training.Recipes.Gpt;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.QFormer;

/// <summary>Retrieval after stage 1, and how often each bridge's captions and answers are right, beside a blind model's.</summary>
internal sealed class QFormerMeasuring(QFormerModels models, Models.Clip clip, GptCheckpoint language)
{
    private const int BatchSize = 64;

    /// <summary>All figures on one vendor's drawings.</summary>
    public IReadOnlyList<Measurement> On(string vendor, NamedDrawings drawings)
    {
        int[] all = [.. Enumerable.Range(0, drawings.Names.Count)];
        return [.. Measuring.InEvalMode(models, () =>
        {
            Tensor seen = Measuring.Embed(all, part => clip.ImageTokens(Models.Clip.Normalise(drawings.Pictures[0][part[0]..(part[^1] + 1)])));
            return Retrieved(seen, drawings.Names).Concat(Told(seen, drawings)).ToArray();
        }).Select(one => one with { Name = $"{vendor}, {one.Name}" })];
    }

    private IEnumerable<Measurement> Retrieved(Tensor seen, IReadOnlyList<string> names)
    {
        Tensor pictures = models.StageOne.EmbedPictures(seen);
        Tensor texts = models.StageOne.EmbedTexts(language.Tokenizer.Batch(names, models.Sizes.QFormer.ContextLength));
        return Measuring.BothWays("picture", "text", QFormerLoss.Similarity(pictures, texts));
    }

    private IEnumerable<Measurement> Told(Tensor seen, NamedDrawings drawings)
    {
        double count = drawings.Names.Count;
        foreach ((string name, nn.Module<Tensor, Tensor>? bridge) in new (string, nn.Module<Tensor, Tensor>?)[]
        {
            ("Q-Former", models.Bridge), ("untrained Q-Former", models.Untrained), ("linear", models.Linear), ("blind", null),
        })
        {
            var captioner = new Captioner(bridge, language.Model, language.Tokenizer);
            yield return Right("captions with the exact name", PictureTexts.CaptionPrompt, PictureTexts.NameIn, i => drawings.Names[i]);
            yield return Right("names answered", PictureTexts.NameQuestion, text => text, i => drawings.Names[i]);
            yield return Right("colours answered", PictureTexts.ColourQuestion, text => text, i => drawings.Colour(0, i));

            Measurement Right(string what, string prompt, Func<string, string> read, Func<int, string> truth)
            {
                IEnumerable<string> written = Enumerable.Range(0, (int)count).Chunk(BatchSize)
                    .SelectMany(part => captioner.Write(seen[part[0]..(part[^1] + 1)], prompt));
                return new Measurement($"{name}, {what}, of {count}", written.Where((text, i) => read(text) == truth(i)).Count() / count);
            }
        }
    }
}
