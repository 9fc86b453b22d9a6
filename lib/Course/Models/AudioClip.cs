// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// AudioCLIP (Guzhov et al. 2022): CLIP's two towers and a third one for sounds, in one space, with a learned scale for each pair.
/// </summary>
public sealed class AudioClip : nn.Module<Tensor, Tensor, Tensor, (Tensor Images, Tensor Texts, Tensor Sounds)>
{
    private readonly Clip clip;
    private readonly AudioEncoder audio;
    private readonly Parameter audio_projection;
    private readonly Parameter audio_image_scale;
    private readonly Parameter audio_text_scale;

    /// <summary>A model that takes over the towers of <paramref name="clip"/> and has a new audio tower.</summary>
    public AudioClip(Clip clip, AudioConfig config) : base(nameof(AudioClip))
    {
        (this.clip, AudioConfig) = (clip, config);
        audio = new AudioEncoder(config);
        audio_projection = new Parameter(randn(config.Width, clip.Config.EmbeddingWidth) / Math.Sqrt(config.Width));
        audio_image_scale = new Parameter(tensor((float)Math.Log(1 / 0.07)));
        audio_text_scale = new Parameter(tensor((float)Math.Log(1 / 0.07)));
        RegisterComponents();
    }

    /// <summary>The sizes of the audio tower; those of the others are in <see cref="Clip"/>.</summary>
    public AudioConfig AudioConfig { get; }

    /// <summary>The picture and text towers, with their projections and their scale.</summary>
    public Clip Clip => clip;

    /// <summary>What cosines are multiplied by: image-text, audio-image, audio-text.</summary>
    public (Tensor ImageText, Tensor AudioImage, Tensor AudioText) Scales =>
        (clip.Scale, audio_image_scale.exp(), audio_text_scale.exp());

    /// <summary>Unit vectors (B, E) of pictures (B, 3, S, S), token numbers (B, T) and spectrograms (B, M, frames).</summary>
    public override (Tensor Images, Tensor Texts, Tensor Sounds) forward(Tensor images, Tensor tokens, Tensor spectrograms) =>
        (clip.EmbedImages(images), clip.EmbedTexts(tokens), EmbedSounds(spectrograms));

    /// <summary>Spectrograms (B, M, frames) from <see cref="LogMel.Read"/> as unit vectors (B, E).</summary>
    public Tensor EmbedSounds(Tensor spectrograms) => F.normalize(SoundFeatures(spectrograms).matmul(audio_projection), dim: 1);

    /// <summary>The audio tower's output before the projection, (B, D).</summary>
    public Tensor SoundFeatures(Tensor spectrograms) => audio.call(spectrograms);

    /// <summary>Keeps all three scales between 1 and 100. To be called after each step of the optimizer.</summary>
    public void ClampScales()
    {
        clip.ClampScale();
        using var noGrad = no_grad();
        audio_image_scale.clamp_(0, Math.Log(Clip.LargestScale));
        audio_text_scale.clamp_(0, Math.Log(Clip.LargestScale));
    }
}
