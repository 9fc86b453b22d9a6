using Course.Models;
using static TorchSharp.torch;

namespace Bench.Models;

/// <summary>Transformer blocks one after the other: (B, N, D) to (B, N, D).</summary>
internal static class BlockSequence
{
    /// <summary>
    /// Runs each block in a scope of its own. What no other block reads is free when the block ends, unless autograd has saved it; then it
    /// is free when the backward pass has used it. Python's reference counts do the same for the models in pytorch/workloads.py.
    /// </summary>
    public static Tensor Run(IEnumerable<TransformerBlock> blocks, Tensor x)
    {
        foreach (var block in blocks)
        {
            using var scope = NewDisposeScope();
            x = block.call(x).MoveToOuterDisposeScope();
        }

        return x;
    }
}
