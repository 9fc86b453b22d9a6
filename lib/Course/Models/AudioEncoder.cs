// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// The audio tower: log-mel spectrograms (B, M, frames) to one vector a sound (B, D). Three convolutions, each of which halves both sides,
/// then one linear layer over what is left of the picture, which keeps apart what is heard early and late.
/// </summary>
public sealed class AudioEncoder : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Conv2d> convolutions;
    private readonly ModuleList<BatchNorm2d> norms;
    private readonly Linear linear;
    private readonly LayerNorm ln_post;
    private readonly AudioConfig config;

    /// <summary>A tower of the sizes in <paramref name="config"/>.</summary>
    /// <exception cref="ArgumentException">The spectrogram cannot be halved three times.</exception>
    public AudioEncoder(AudioConfig config) : base(nameof(AudioEncoder))
    {
        if (config.Bands % 8 != 0 || config.Frames % 8 != 0)
            throw new ArgumentException(
                $"Three convolutions halve {config.Bands} bands and {config.Frames} frames: both must be multiples of 8.");
        this.config = config;
        long[] channels = [1, config.Channels, 2 * config.Channels, 3 * config.Channels];
        convolutions = new ModuleList<Conv2d>(Enumerable.Range(0, 3).Select(i =>
            nn.Conv2d(channels[i], channels[i + 1], 3, stride: 2, padding: 1, bias: false)).ToArray());
        norms = new ModuleList<BatchNorm2d>(channels[1..].Select(count => nn.BatchNorm2d(count)).ToArray());
        linear = nn.Linear(channels[3] * (config.Bands / 8) * (config.Frames / 8), config.Width);
        ln_post = nn.LayerNorm(config.Width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor spectrograms)
    {
        if (spectrograms.dim() != 3 || spectrograms.shape[1] != config.Bands || spectrograms.shape[2] != config.Frames)
            throw new ArgumentException(
                $"Expected spectrograms (B, {config.Bands}, {config.Frames}), not ({string.Join(", ", spectrograms.shape)}).");
        var z = spectrograms.unsqueeze(1);                                             // (B, 1, M, frames): a picture of one channel
        for (var i = 0; i < 3; i++)
            z = F.gelu(norms[i].call(convolutions[i].call(z)));                        // (B, C, M / 2, frames / 2), ...
        return ln_post.call(F.gelu(linear.call(z.flatten(1))));                        // (B, D)
    }
}
