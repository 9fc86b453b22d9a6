// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>How a CLIP model is trained.</summary>
public sealed record ClipTraining
{
    /// <summary>Steps in all; the learning rate falls to zero over them.</summary>
    public long Steps { get; init; } = 600;

    /// <summary>Steps over which the learning rate rises.</summary>
    public long WarmUp { get; init; } = 60;

    /// <summary>Pairs in a batch.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>The highest learning rate.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>AdamW's weight decay, on matrices only: not on gains, biases and the scale (Radford et al. 2021, section 2.5).</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>The largest norm of all gradients together.</summary>
    public double LargestGradient { get; init; } = 1;

    /// <summary>False keeps the scale as it is.</summary>
    public bool LearnScale { get; init; } = true;

    /// <summary>The learning rate of step 0, 1, 2, ...: a straight rise, then half a cosine.</summary>
    public double RateAt(long step) => step < WarmUp
        ? LearningRate * (step + 1) / WarmUp
        : LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (step - WarmUp) / Math.Max(1, Steps - WarmUp)));
}
