// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Pictures with a caption each.</summary>
/// <param name="Images">(B, 3, S, S), floats from -1 to 1.</param>
/// <param name="Captions">B texts.</param>
/// <param name="Concepts">What each pair shows.</param>
public sealed record PairBatch(Tensor Images, IReadOnlyList<string> Captions, IReadOnlyList<int> Concepts);
