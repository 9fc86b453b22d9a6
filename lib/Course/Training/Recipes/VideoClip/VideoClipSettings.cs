using Course.Models;

namespace Course.Training.Recipes.VideoClip;

/// <summary>What can be chosen when the VideoCLIP of the course is trained.</summary>
public sealed record VideoClipSettings : RecipeSettings
{
    /// <summary>How many families of creatures are never trained on.</summary>
    public int UnseenFamilies { get; init; } = 1;

    /// <summary>How many pairs of creature and action are never trained on, to test on.</summary>
    public int TestPairs { get; init; } = 30;

    /// <summary>How many more are left out to choose settings on.</summary>
    public int ValidationPairs { get; init; } = 20;

    /// <summary>True: the frame tower begins with the weights of the kept CLIP, whose sizes it must have.</summary>
    public bool WarmStart { get; init; } = true;

    /// <summary>The sizes of the model.</summary>
    public VideoClipConfig Model { get; init; } = new()
    {
        Clip = new ClipConfig { ImageWidth = 128, TextWidth = 128, EmbeddingWidth = 128 }, Frames = 4,
    };

    /// <summary>The optimizer, its schedule and the batches.</summary>
    public ClipTraining Training { get; init; } = new() { Steps = 2400, WarmUp = 50, BatchSize = 64, LearningRate = 1e-3 };

    /// <summary>The frame tower's learning rate as a share of the others'.</summary>
    public double FramePace { get; init; } = 0.1;

    /// <summary>
    /// After a warm start the frame tower stays as it is for so many steps: all frames go through it once, as through VideoCLIP's S3D, and
    /// steps are cheap. Then it is trained, too.
    /// </summary>
    public long FrozenSteps { get; init; } = 800;

    /// <summary>From this step on, batches are made of groups of clips that are hard to tell apart.</summary>
    public long HardFrom { get; init; } = 300;

    /// <summary>Clips in such a group.</summary>
    public int GroupSize { get; init; } = 16;

    /// <summary>How often a caption does not name its creature: actions and directions must then be known without it.</summary>
    public double Unnamed { get; init; } = 0.3;

    /// <summary>
    /// How clips are changed. Not mirrored: in this game the light comes from the left, and no clip has a shadow like a mirrored one.
    /// </summary>
    public VideoAugmentation Augmentation { get; init; } = new() { Mirrored = 0, Shift = 2, Colour = 0.1 };
}
