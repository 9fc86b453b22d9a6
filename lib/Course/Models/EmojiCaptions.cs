// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Captions for training, made from an emoji's label and tags.</summary>
public static class EmojiCaptions
{
    /// <summary>Sentences around a label, "{0}".</summary>
    public static IReadOnlyList<string> Templates { get; } = ["an emoji of {0}", "a picture of {0}", "a drawing of {0}", "{0}"];

    /// <summary>One caption: the label alone, in a sentence, or with up to three of the tags, in a random order.</summary>
    public static string Write(string label, IReadOnlyList<string> tags, SeededRandom random)
    {
        switch (random.Next(3))
        {
            case 0: return label;
            case 1: return string.Format(Templates[random.Next(Templates.Count)], label);
            default:
                var some = tags.ToArray();
                random.Shuffle<string>(some);
                return string.Join(", ", some.Take(3).Prepend(label));
        }
    }
}
