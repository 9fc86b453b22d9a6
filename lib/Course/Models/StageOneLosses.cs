// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The three losses of a batch in stage 1, one number each.</summary>
/// <param name="Contrast">Which text belongs to which picture?</param>
/// <param name="Match">Do this picture and this text belong together?</param>
/// <param name="Generate">What is the next token of this picture's text?</param>
public sealed record StageOneLosses(Tensor Contrast, Tensor Match, Tensor Generate)
{
    /// <summary>Their sum.</summary>
    public Tensor Total => Contrast + Match + Generate;
}
