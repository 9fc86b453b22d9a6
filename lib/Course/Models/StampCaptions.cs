// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Captions for training, made from a stamp's name and caption.</summary>
public static class StampCaptions
{
    /// <summary>The name alone, the name in one of CLIP's sentences, or the whole caption.</summary>
    public static string Write(string name, string caption, SeededRandom random) => random.Next(3) switch
    {
        0 => name,
        1 => $"a picture of {name}",
        _ => caption,
    };
}
