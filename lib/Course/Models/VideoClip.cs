// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// CLIP for clips of video: a video tower, CLIP's text tower, a projection after each, and a learned scale. The idea of pairing video with
/// text by contrast is VideoCLIP's (Xu et al. 2021); the towers are those of this course.
/// </summary>
public sealed class VideoClip : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly VideoEncoder video;
    private readonly TextTransformer textual;
    private readonly Parameter video_projection;
    private readonly Parameter text_projection;
    private readonly Parameter logit_scale;

    /// <summary>A model of the sizes in <paramref name="config"/>, with random weights from torch's generator.</summary>
    public VideoClip(VideoClipConfig config) : base(nameof(VideoClip))
    {
        Config = config;
        var clip = config.Clip;
        video = new VideoEncoder(config);
        textual = new TextTransformer(clip);
        video_projection = new Parameter(randn(clip.ImageWidth, clip.EmbeddingWidth) / Math.Sqrt(clip.ImageWidth));
        text_projection = new Parameter(randn(clip.TextWidth, clip.EmbeddingWidth) / Math.Sqrt(clip.TextWidth));
        logit_scale = new Parameter(tensor((float)Math.Log(1 / 0.07)));
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public VideoClipConfig Config { get; }

    /// <summary>The video tower.</summary>
    public VideoEncoder Video => video;

    /// <summary>The text tower.</summary>
    public TextTransformer Text => textual;

    /// <summary>The logarithm of the scale: what is learned.</summary>
    public Parameter LogScale => logit_scale;

    /// <summary>What cosines are multiplied by.</summary>
    public Tensor Scale => logit_scale.exp();

    /// <summary>
    /// A warm start: the frame tower and its projection are <paramref name="clip"/>'s. Until it is trained, the vector of a clip is the
    /// mean of CLIP's vectors of its frames, but for the position embeddings.
    /// </summary>
    /// <exception cref="ArgumentException">The frame tower has other sizes than that of <paramref name="clip"/>.</exception>
    public static VideoClip FromClip(Clip clip, VideoClipConfig config)
    {
        var model = new VideoClip(config);
        var own = model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        using var noGrad = no_grad();
        foreach (var (name, parameter) in clip.named_parameters())
        {
            var target = name.Replace("visual.", "video.frames.").Replace("image_projection", "video_projection");
            if (!target.StartsWith("video")) continue;
            if (!own.TryGetValue(target, out var place) || !place.shape.SequenceEqual(parameter.shape))
                throw new ArgumentException($"The frame tower has other sizes than CLIP's: {name} does not fit.", nameof(config));
            place.copy_(parameter);
        }

        return model;
    }

    /// <summary>Scaled cosines of clips (B, T, 3, S, S) with texts (M, L): (B, M), a row for each clip.</summary>
    public override Tensor forward(Tensor videos, Tensor tokens) => Scale * EmbedVideos(videos).matmul(EmbedTexts(tokens).T);

    /// <summary>Clips (B, T, 3, S, S) from <see cref="Clip.Normalise"/> as unit vectors (B, E).</summary>
    public Tensor EmbedVideos(Tensor videos) => EmbedFrames(video.EncodeFrames(videos));

    /// <summary>The same from frame vectors (B, T, D) of <see cref="VideoEncoder.EncodeFrames"/>.</summary>
    public Tensor EmbedFrames(Tensor features) => F.normalize(ProjectFrames(features), dim: 1);

    /// <summary>The same before they are brought to length 1.</summary>
    public Tensor ProjectFrames(Tensor features) => video.Pool(features).matmul(video_projection);

    /// <summary>Token numbers (B, L) as unit vectors (B, E).</summary>
    public Tensor EmbedTexts(Tensor tokens) => F.normalize(ProjectTexts(tokens), dim: 1);

    /// <summary>The same before they are brought to length 1.</summary>
    public Tensor ProjectTexts(Tensor tokens) => textual.call(tokens).matmul(text_projection);

    /// <summary>Keeps the scale between 1 and CLIP's largest. To be called after each step of the optimizer.</summary>
    public void ClampScale()
    {
        using var noGrad = no_grad();
        logit_scale.clamp_(0, Math.Log(Clip.LargestScale));
    }
}
