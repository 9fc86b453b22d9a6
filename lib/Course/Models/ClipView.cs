// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>How a clip is shown.</summary>
/// <param name="Reversed">Its last frame first.</param>
/// <param name="Mirrored">Left and right exchanged.</param>
public readonly record struct ClipView(bool Reversed = false, bool Mirrored = false)
{
    /// <summary>Frames of a clip (T, ...) in this view. Only pictures, (T, 3, S, S), can be mirrored.</summary>
    public Tensor Show(Tensor clip, long[] frames)
    {
        var shown = clip.index_select(0, tensor(Reversed ? frames.Reverse().ToArray() : frames, device: clip.device));
        return Mirrored ? shown.flip(-1) : shown;
    }
}
