// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Puts inputs of several kinds into one array: kind i, (B, M_i, C_i), is filled up to a common width with learned numbers of its own, so
/// that the model can tell whose element it reads. Jaegle et al. 2021, section 4.2.
/// </summary>
public sealed class ModalityEmbedding : nn.Module<IReadOnlyList<Tensor?>, Tensor>
{
    private readonly ParameterList embeddings;

    /// <summary>Embeddings for kinds of elements with <paramref name="channels"/> numbers each, places included.</summary>
    /// <param name="width">C, the common width: more than any of them.</param>
    /// <param name="channels">C_i.</param>
    /// <exception cref="ArgumentException">The common width leaves no room for an embedding.</exception>
    public ModalityEmbedding(long width, params long[] channels) : base(nameof(ModalityEmbedding))
    {
        if (channels.Length == 0 || channels.Max() >= width)
            throw new ArgumentException(
                $"A common width of {width} leaves no room to mark elements of ({string.Join(", ", channels)}) numbers.", nameof(width));
        embeddings = new ParameterList(
            channels.Select(own => new Parameter(nn.init.trunc_normal_(empty(width - own), 0, 0.02, -2, 2))).ToArray());
        RegisterComponents();
    }

    /// <summary>All kinds one after the other, (B, M_1 + M_2 + ..., C). Null leaves a kind out.</summary>
    public override Tensor forward(IReadOnlyList<Tensor?> parts)
    {
        if (parts.Count != embeddings.Count || parts.All(part => part is null))
            throw new ArgumentException($"Expected {embeddings.Count} kinds of input, at least one of them present, not {parts.Count}.");
        return cat(parts.Select((part, i) => (part, embedding: embeddings[i])).Where(pair => pair.part is not null)
            .Select(pair => cat(new[] { pair.part!, pair.embedding.expand(pair.part!.shape[0], pair.part.shape[1], -1) }, 2)).ToArray(), 1);
    }
}
