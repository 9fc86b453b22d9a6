using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.AudioClip;

/// <summary>What can be chosen when the AudioCLIP of the course is trained.</summary>
public sealed record AudioClipSettings : RecipeSettings
{
    /// <summary>The languages that are trained on.</summary>
    public IReadOnlyList<string> Heard { get; init; } = ["fr", "es", "bg", "ru"];

    /// <summary>Languages that are never trained on and measured at the end.</summary>
    public IReadOnlyList<string> Unheard { get; init; } = ["ca", "be"];

    /// <summary>How many concepts are never trained on, in any modality.</summary>
    public int UnseenConcepts { get; init; } = 60;

    /// <summary>One heard language is left out of every so many-th seen concept.</summary>
    public int LeaveOutEvery { get; init; } = 5;

    /// <summary>How fast the recordings are played; 1 is as they are.</summary>
    public int Speeds { get; init; } = 5;

    /// <summary>The slowest and the fastest speed are this far from 1.</summary>
    public double SpeedRange { get; init; } = 0.16;

    /// <summary>How waveforms become spectrograms.</summary>
    public LogMelConfig LogMel { get; init; } = new();

    /// <summary>The sizes of the audio tower.</summary>
    public AudioConfig Audio { get; init; } = new();

    /// <summary>The optimizer, its schedule and the batches.</summary>
    public ClipTraining Training { get; init; } = new() { Steps = 4000, WarmUp = 200, BatchSize = 64, LearningRate = 2e-3 };

    /// <summary>The learning rate of CLIP's towers, which know something already, as a share of the audio tower's; 0 freezes them.</summary>
    public double TowerPace { get; init; } = 0.5;

    /// <summary>How spectrograms are changed.</summary>
    public SpecAugment SpecAugment { get; init; } = new();

    /// <summary>How pictures are changed.</summary>
    public EmojiAugmentation Augmentation { get; init; } = new()
    {
        Shift = 2, Scale = 0.05, Stretch = 0.05, Rotation = 3, Colour = 0.1, Grey = 0, Swap = 0,
    };
}
