// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>How an AudioCLIP model is trained.</summary>
public sealed record AudioClipTraining
{
    /// <summary>Steps in all; the learning rate falls to zero over them.</summary>
    public long Steps { get; init; } = 400;

    /// <summary>Steps over which the learning rate rises.</summary>
    public long WarmUp { get; init; } = 50;

    /// <summary>Triplets in a batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The highest learning rate, of the audio tower.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The learning rate of CLIP's towers, which know something already, as a share of it; 0 freezes them.</summary>
    public double TowerRate { get; init; } = 0.3;

    /// <summary>AdamW's weight decay, on matrices only.</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>The largest norm of all gradients together.</summary>
    public double LargestGradient { get; init; } = 1;

    /// <summary>The learning rate of step 0, 1, 2, ... as a share of the highest: a straight rise, then half a cosine.</summary>
    public double ShareAt(long step) => step < WarmUp
        ? (double)(step + 1) / WarmUp
        : 0.5 * (1 + Math.Cos(Math.PI * (step - WarmUp) / Math.Max(1, Steps - WarmUp)));
}
