// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>One question of several modalities, any of which may be missing.</summary>
/// <param name="Parts">A vector (E) for each modality; null where it is missing.</param>
/// <param name="Label">The right answer.</param>
public sealed record MultimodalItem(IReadOnlyList<Tensor?> Parts, long Label);
