// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Pictures with a text and a sound each; row i of each belongs together.</summary>
/// <param name="Images">(B, 3, S, S), floats from -1 to 1.</param>
/// <param name="Captions">B texts.</param>
/// <param name="Spectrograms">(B, M, frames).</param>
/// <param name="Stamps">What each row shows, as indices of stamps.</param>
public sealed record TripletBatch(Tensor Images, IReadOnlyList<string> Captions, Tensor Spectrograms, IReadOnlyList<int> Stamps);
