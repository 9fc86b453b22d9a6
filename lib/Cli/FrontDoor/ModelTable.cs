using System.Globalization;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Cli.FrontDoor;

/// <summary>
/// What differs between the models, read off the models themselves: they are made at the course's small sizes, their layers and numbers are
/// counted, and each is run once.
/// </summary>
internal static class ModelTable
{
    private const int Letters = 16;

    /// <summary>The table in Markdown.</summary>
    public static string Markdown()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var rows = Models().Select(Row);
        return "| model | reads | gives | self-attention | cross-attention | modalities meet | trained with | numbers to learn |\n"
            + "|---|---|---|---:|---:|---|---|---:|\n" + string.Join('\n', rows);
    }

    private static IEnumerable<ModelEntry> Models()
    {
        var vit = new VisionTransformer(imageSize: 28, patchSize: 7, channels: 1, width: 64, depth: 4, heads: 4, classes: 10);
        yield return new ModelEntry(
            "Vision Transformer", "a picture", vit, () => [vit.call(zeros(1, 1, 28, 28))], "one modality", "cross-entropy");

        var sizes = new ClipConfig();
        var clip = new Clip(sizes);
        var picture = zeros(1, 3, sizes.ImageSize, sizes.ImageSize);
        var text = zeros([1, Letters], int64);
        yield return new ModelEntry(
            "CLIP", "a picture and a text", clip, () => [clip.EmbedImages(picture), clip.EmbedTexts(text)], "in the loss alone",
            Name(nameof(ContrastiveLoss)));

        var videoSizes = new VideoClipConfig();
        var video = new VideoClip(videoSizes);
        yield return new ModelEntry(
            "VideoCLIP", "a clip and a text", video,
            () => [video.EmbedVideos(zeros([1, videoSizes.Frames, 3, sizes.ImageSize, sizes.ImageSize])), video.EmbedTexts(text)],
            "in the loss alone", Name(nameof(VideoLoss)));

        var audioSizes = new AudioConfig();
        var audio = new AudioClip(clip, audioSizes);
        yield return new ModelEntry(
            "AudioCLIP", "a picture, a text and a sound", audio,
            () => [clip.EmbedImages(picture), clip.EmbedTexts(text), audio.EmbedSounds(zeros(1, audioSizes.Bands, audioSizes.Frames))],
            "in the loss alone", Name(nameof(TriModalLoss)));

        var perceiver = new PerceiverIO(inputWidth: 64, new PerceiverConfig(), outputs: 10);
        yield return new ModelEntry(
            "Perceiver IO", "any array", perceiver, () => [perceiver.call(zeros(1, 500, 64))], "in the latents", "cross-entropy");

        var querySizes = new QFormerConfig();
        var queryFormer = new QFormer(querySizes);
        yield return new ModelEntry(
            "Q-Former", "a picture's vectors, and a text", queryFormer,
            () => [queryFormer.Encode(queryFormer.EmbedQueries(1), querySizes.Queries, zeros(1, 36, querySizes.ImageWidth), null)],
            "in queries that ask the picture", Name(nameof(StageOneLosses)));

        var fusion = new CoAttentionFusion(inputWidth: 128, modalities: 3, count: 2, width: 56, attentionHeads: 4, answers: 4);
        yield return new ModelEntry(
            "Co-attention (ViLBERT)", "vectors of a picture, a text and a sound", fusion,
            () => [fusion.call(zeros(1, 3, 128), ones([1, 3], ScalarType.Bool))], "in streams that ask each other", "cross-entropy");

        var words = new VideoBert(vocabulary: 126, length: 17, width: 64, depth: 2, heads: 4);
        yield return new ModelEntry(
            "VideoBERT", "words and visual words", words, () => [words.call(ones([1, 17], int64)).Words], "in one sequence",
            "masked words, alignment");
    }

    private static string Row(ModelEntry entry)
    {
        entry.Model.eval();
        var gives = entry.Forward().Select(output => $"({string.Join(", ", output.shape)})").GroupBy(shape => shape)
            .Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} x {same.Key}");
        var modules = entry.Model.modules().ToList();
        var numbers = entry.Model.parameters().Sum(parameter => parameter.numel());
        return $"| {entry.Name} | {entry.Reads} | {string.Join(", ", gives)} | {modules.Count(IsSelfAttention)} "
            + $"| {modules.Count(module => module is CrossAttention)} | {entry.Meets} | {entry.Loss} "
            + $"| {numbers.ToString("N0", CultureInfo.InvariantCulture)} |";
    }

    private static bool IsSelfAttention(nn.Module module) => module is SelfAttention;

    private static string Name(string type) => $"`{type}`";
}
