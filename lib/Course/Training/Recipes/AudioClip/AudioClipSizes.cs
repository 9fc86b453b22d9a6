using Course.Models;

namespace Course.Training.Recipes.AudioClip;

/// <summary>What config.json of an AudioCLIP checkpoint holds.</summary>
/// <param name="Clip">The sizes of the picture and text towers.</param>
/// <param name="Audio">The sizes of the audio tower.</param>
/// <param name="LogMel">How waveforms become spectrograms.</param>
internal sealed record AudioClipSizes(ClipConfig Clip, AudioConfig Audio, LogMelConfig LogMel);
