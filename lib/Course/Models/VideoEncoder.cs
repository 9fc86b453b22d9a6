// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A video tower: frames (B, T, 3, S, S) to one vector a clip (B, D). CLIP's image tower reads each frame alone; a small transformer reads
/// the frames' vectors with their places in time; the mean of what it writes is the clip's vector.
/// </summary>
public sealed class VideoEncoder : nn.Module<Tensor, Tensor>
{
    private readonly ImageTransformer frames;
    private readonly Parameter? positional_embedding;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly long length;

    /// <summary>A tower of the sizes in <paramref name="config"/>. At first the transformer passes its input on unchanged.</summary>
    public VideoEncoder(VideoClipConfig config) : base(nameof(VideoEncoder))
    {
        var width = config.Clip.ImageWidth;
        length = config.Frames;
        frames = new ImageTransformer(config.Clip);
        positional_embedding = config.UsePositions ? new Parameter(randn(length, width) * 0.3) : null;
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, (int)config.TemporalDepth)
            .Select(_ => new TransformerBlock(width, config.TemporalHeads, eps: 1e-5)).ToArray());
        RegisterComponents();

        // Blocks that add nothing yet: the tower begins as a mean over CLIP's frames, and not as noise on top of them.
        foreach (var (name, parameter) in blocks.named_parameters())
            if (name.Contains(".proj.") || name.Contains(".fc2."))
                nn.init.zeros_(parameter);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor video) => Pool(EncodeFrames(video));

    /// <summary>Each frame of (B, T, 3, S, S) alone: (B, T, D).</summary>
    public Tensor EncodeFrames(Tensor video)
    {
        if (video.dim() != 5)
            throw new ArgumentException($"Expected clips of shape (B, T, 3, S, S), not ({string.Join(", ", video.shape)}).");
        return frames.call(video.flatten(0, 1)).view(video.shape[0], video.shape[1], -1);
    }

    /// <summary>Frame vectors (B, T, D) in the order of time to one vector a clip, (B, D).</summary>
    public Tensor Pool(Tensor features)
    {
        var z = Place(features);                                                                            // (B, T, D)
        foreach (var block in blocks)
            z = block.call(z);                                                                              // (B, T, D)
        return z.mean(new[] { 1L });                                                                        // (B, D)
    }

    /// <summary>The attention of each block on frame vectors (B, T, D): which frame (row) looks at which, (B, H, T, T).</summary>
    public IReadOnlyList<Tensor> TemporalAttention(Tensor features)
    {
        var weights = new List<Tensor>();
        var z = Place(features);                                                                            // (B, T, D)
        foreach (var block in blocks)
        {
            weights.Add(block.AttentionWeights(z));                                                         // (B, H, T, T)
            z = block.call(z);
        }

        return weights;
    }

    private Tensor Place(Tensor features)
    {
        if (features.dim() != 3 || features.shape[1] > length)
            throw new ArgumentException(
                $"Expected frame vectors (B, T, D) with T at most {length}, not ({string.Join(", ", features.shape)}).");
        return positional_embedding is null ? features : features + positional_embedding.narrow(0, 0, features.shape[1]);
    }
}
