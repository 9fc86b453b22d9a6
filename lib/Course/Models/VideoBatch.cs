// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Clips with a caption each.</summary>
/// <param name="Videos">(B, T, 3, S, S), floats from -1 to 1; or frame vectors (B, T, D).</param>
/// <param name="Captions">B texts.</param>
/// <param name="Clips">The clip of each pair.</param>
public sealed record VideoBatch(Tensor Videos, IReadOnlyList<string> Captions, IReadOnlyList<int> Clips);
