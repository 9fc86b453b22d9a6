// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Captions of clips: who does what, and where it faces.</summary>
public static class VideoCaptions
{
    // Played backwards, an action is another one. What looks the same both ways keeps its name.
    private static readonly Dictionary<string, string> Backwards = new()
    {
        ["dies"] = "rises", ["dies of a heavy blow"] = "rises after a heavy blow", ["rises from the ground"] = "sinks into the ground",
        ["stands"] = "stands",
    };

    /// <summary>Sentences around creature {0}, what it does {1}, and where it faces {2}.</summary>
    public static IReadOnlyList<string> Templates { get; } =
        ["a {0} {1}, facing {2}", "facing {2}, a {0} {1}", "an animation: a {0} {1}, facing {2}", "{0} {1} {2}"];

    /// <summary>Stands for a creature that the caption does not name.</summary>
    public const string Unnamed = "something";

    /// <summary>A caption of a clip in some view, in the sentence <paramref name="template"/>.</summary>
    public static string Write(AnimatedClip clip, ClipView view = default, int template = 0) =>
        Write(clip.Creature, clip.Phrase, clip.Direction, view, template);

    /// <summary>The same from a creature, a phrase such as "casts a spell", and a direction.</summary>
    public static string Write(string creature, string phrase, string direction, ClipView view = default, int template = 0) =>
        string.Format(
            Templates[template], creature, view.Reversed ? Reverse(phrase) : phrase, view.Mirrored ? Mirror(direction) : direction);

    /// <summary>What the phrase becomes when the clip is played backwards: who dies rises, who runs "runs backwards".</summary>
    public static string Reverse(string phrase) => Backwards.GetValueOrDefault(phrase, phrase + " backwards");

    /// <summary>The direction seen in a mirror: east and west are exchanged, north and south stay.</summary>
    public static string Mirror(string direction) =>
        direction.Contains("east") ? direction.Replace("east", "west") : direction.Replace("west", "east");
}
