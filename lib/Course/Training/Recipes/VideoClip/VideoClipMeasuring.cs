using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.VideoClip;

/// <summary>Zero-shot accuracy, retrieval and the reversed-video test on clips that were not trained on.</summary>
internal sealed class VideoClipMeasuring(Models.VideoClip model, BytePairTokenizer tokenizer, Animations animations)
{
    private const int BatchSize = 32;

    private readonly string[] _phrases = [.. animations.Clips.Select(clip => clip.Phrase).Distinct()];

    private CaptionGrid? _grid;

    /// <summary>All figures of the given clips. The model must not change from one call to the next.</summary>
    public IReadOnlyList<Measurement> On(string name, int[] clips) => clips.Length == 0 ? [] : Measuring.InEvalMode(model, () =>
    {
        Tensor videos = EmbedVideos(clips, default), texts = EmbedTexts(clips, default);
        Measurement[] measured =
        [
            .. ZeroShot(clips, videos), .. Measuring.BothWays("text", "video", texts.matmul(videos.T)), .. Reversed(clips, videos, texts),
        ];
        return measured.Select(one => one with { Name = $"{name}, {one.Name}" });
    });

    private IEnumerable<Measurement> ZeroShot(int[] clips, Tensor videos)
    {
        _grid ??= CaptionGrid.Of(model, tokenizer, animations.Creatures, _phrases, animations.Directions);
        var (creatures, actions, directions) = _grid.Probabilities(videos, model.Scale.item<float>());
        yield return Accuracy("creature", creatures, animations.Creatures, clip => clip.Creature);
        yield return Accuracy("action", actions, _phrases, clip => clip.Phrase);
        yield return Accuracy("direction", directions, animations.Directions, clip => clip.Direction);

        Measurement Accuracy(string what, Tensor probabilities, IReadOnlyList<string> classes, Func<AnimatedClip, string> truth)
        {
            long[] best = probabilities.argmax(1).ToLongs();
            double right = clips.Where((clip, i) => classes[(int)best[i]] == truth(animations.Clips[clip])).Count();
            return new Measurement($"{what}, accuracy of {classes.Count}", right / clips.Length, 1.0 / classes.Count);
        }
    }

    /// <summary>
    /// Each clip forwards and backwards: which of the two captions fits better? Who ignores order is right half of the time.
    /// </summary>
    private IEnumerable<Measurement> Reversed(int[] clips, Tensor videos, Tensor texts)
    {
        var backwards = new ClipView(Reversed: true);
        Tensor difference = texts - EmbedTexts(clips, backwards);
        bool[] forwardRight = (videos * difference).sum(1).greater(0).cpu().data<bool>().ToArray();
        bool[] backwardRight = (EmbedVideos(clips, backwards) * difference).sum(1).less(0).cpu().data<bool>().ToArray();
        foreach ((string name, Func<string, bool> isOne) in new (string, Func<string, bool>)[]
        {
            ("deaths", phrase => phrase.StartsWith("dies", StringComparison.Ordinal)),
            ("other actions", phrase => !phrase.StartsWith("dies", StringComparison.Ordinal) && VideoCaptions.Reverse(phrase) != phrase),
        })
        {
            int[] which = [.. Enumerable.Range(0, clips.Length).Where(i => isOne(animations.Clips[clips[i]].Phrase))];
            if (which.Length == 0) continue;
            double right = which.Count(i => forwardRight[i]) + which.Count(i => backwardRight[i]);
            yield return new Measurement($"{name} told from their reverse, {which.Length} clips", right / (2 * which.Length), 0.5);
        }
    }

    private Tensor EmbedVideos(int[] clips, ClipView view) => Measuring.Embed(
        clips,
        batch => model.EmbedVideos(Models.Clip.Normalise(stack(batch.Select(clip => view.Show(
            animations.Video(clip), FrameSampler.Uniform(animations.Clips[clip].Frames, (int)model.Config.Frames))).ToArray()))),
        BatchSize);

    private Tensor EmbedTexts(int[] clips, ClipView view) => model.EmbedTexts(tokenizer.Batch(
        [.. clips.Select(clip => VideoCaptions.Write(animations.Clips[clip], view))], model.Config.Clip.ContextLength));
}
