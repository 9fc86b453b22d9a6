// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// The keys and values of the tokens that a <see cref="Gpt"/> has read, block by block. With them a new token costs one token's work, not the
/// whole sequence's.
/// </summary>
public sealed class KeyValueCache
{
    private readonly List<(Tensor Keys, Tensor Values)> blocks = [];

    /// <summary>The tokens that are remembered.</summary>
    public long Length => blocks.Count == 0 ? 0 : blocks[0].Keys.shape[2];

    /// <summary>Adds new tokens of a block, (B, H, N, E) each, and returns all that it remembers, (B, H, L + N, E).</summary>
    public (Tensor Keys, Tensor Values) Append(int block, Tensor keys, Tensor values)
    {
        if (block == blocks.Count) blocks.Add((keys, values));
        else blocks[block] = (cat(new[] { blocks[block].Keys, keys }, 2), cat(new[] { blocks[block].Values, values }, 2));
        return blocks[block];
    }

    /// <summary>Keeps the given sequences of the batch, in that order; one may occur twice.</summary>
    public void Keep(long[] sequences)
    {
        var chosen = tensor(sequences, device: blocks[0].Keys.device);
        for (var i = 0; i < blocks.Count; i++)
            blocks[i] = (blocks[i].Keys.index_select(0, chosen), blocks[i].Values.index_select(0, chosen));
    }
}
