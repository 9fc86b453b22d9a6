// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Late fusion: each modality votes for the answers on its own, and the votes are added.</summary>
public sealed class LateFusion : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<Sequential> experts;

    /// <summary>A small network for each modality.</summary>
    /// <param name="inputWidth">E.</param>
    /// <param name="modalities">M.</param>
    /// <param name="hidden">Hidden units of each network.</param>
    /// <param name="answers">K.</param>
    public LateFusion(long inputWidth, int modalities, long hidden, long answers) : base(nameof(LateFusion))
    {
        experts = new ModuleList<Sequential>(Enumerable.Range(0, modalities).Select(_ =>
            nn.Sequential(nn.LayerNorm(inputWidth), nn.Linear(inputWidth, hidden), nn.GELU(), nn.Linear(hidden, answers))).ToArray());
        RegisterComponents();
    }

    /// <summary>What each modality says, (B, M, E) to (B, M, K).</summary>
    public Tensor Votes(Tensor values) => stack(experts.Select((expert, m) => expert.call(values[.., m])).ToArray(), 1);

    /// <summary>Logits (B, K) from vectors (B, M, E), of those that are present, (B, M).</summary>
    public override Tensor forward(Tensor values, Tensor present) => (Votes(values) * present.unsqueeze(-1)).sum(1);
}
