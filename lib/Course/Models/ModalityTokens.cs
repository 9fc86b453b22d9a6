// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Makes tokens of one width from vectors of several modalities, and marks each with the modality that it comes from.</summary>
public sealed class ModalityTokens : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> projections;
    private readonly LayerNorm norm;
    private readonly Parameter modality_embed;
    private readonly long count, width;

    /// <summary>Tokens of a width D.</summary>
    /// <param name="inputWidth">E.</param>
    /// <param name="modalities">M.</param>
    /// <param name="count">T, the tokens of a modality.</param>
    /// <param name="width">D.</param>
    public ModalityTokens(long inputWidth, int modalities, long count, long width) : base(nameof(ModalityTokens))
    {
        (this.count, this.width) = (count, width);
        norm = nn.LayerNorm(inputWidth);
        projections = new ModuleList<Linear>(Enumerable.Range(0, modalities).Select(_ => nn.Linear(inputWidth, count * width)).ToArray());
        modality_embed = new Parameter(randn(modalities, 1, width) * 0.02);
        RegisterComponents();
    }

    /// <summary>(B, M, E) to (B, M, T, D).</summary>
    public override Tensor forward(Tensor values) => stack(
        projections.Select((project, m) => project.call(norm.call(values[.., m])).view(-1, count, width) + modality_embed[m]).ToArray(), 1);
}
