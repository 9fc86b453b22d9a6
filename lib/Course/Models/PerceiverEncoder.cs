// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Latents that read an input of any length: (B, M, C) to (B, N, D). Jaegle et al. 2021, sections 3.1 and 3.2. The first reading has
/// weights of its own; further readings share theirs, and so do all stacks of self-attention.
/// </summary>
public sealed class PerceiverEncoder : nn.Module<Tensor, Tensor>
{
    private readonly PerceiverConfig config;
    private readonly long inputWidth;
    private readonly Parameter latents;
    private readonly CrossAttentionBlock cross;
    private readonly CrossAttentionBlock? cross_again;
    private readonly ModuleList<TransformerBlock> blocks;

    /// <summary>An encoder with random weights from torch's generator.</summary>
    /// <param name="inputWidth">C, the numbers of an element of the input, its place included.</param>
    /// <param name="config">The sizes.</param>
    /// <exception cref="ArgumentException">Heads do not divide their width, or there are more readings than stacks, or none.</exception>
    public PerceiverEncoder(long inputWidth, PerceiverConfig config) : base(nameof(PerceiverEncoder))
    {
        if (config.Readings < 1 || config.Readings > config.Repeats)
            throw new ArgumentException(
                $"{config.Readings} readings do not fit {config.Repeats} stacks: the input is read before a stack, at least once.",
                nameof(config));
        (this.inputWidth, this.config) = (inputWidth, config);
        latents = new Parameter(nn.init.trunc_normal_(empty(config.Latents, config.Width), 0, 0.02, -2, 2));
        cross = new CrossAttentionBlock(config.Width, inputWidth, config.CrossHeads);
        cross_again = config.Readings > 1 ? new CrossAttentionBlock(config.Width, inputWidth, config.CrossHeads) : null;
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, (int)config.Layers)
            .Select(_ => new TransformerBlock(config.Width, config.Heads, eps: 1e-5, expansion: 1)).ToArray());
        RegisterComponents();
    }

    /// <summary>The latents before they have read anything, (N, D).</summary>
    public Parameter Latents => latents;

    /// <inheritdoc/>
    public override Tensor forward(Tensor inputs) => forward(inputs, null);

    /// <summary>The encoder on inputs of different lengths.</summary>
    /// <param name="inputs">(B, M, C).</param>
    /// <param name="present">True where there is an element and no padding, (B, M).</param>
    public Tensor forward(Tensor inputs, Tensor? present)
    {
        var mask = Mask(inputs, present);
        var z = latents.expand(inputs.shape[0], -1, -1);                               // (B, N, D)
        for (var repeat = 0; repeat < config.Repeats; repeat++)
        {
            if (repeat < config.Readings)
                z = (repeat == 0 ? cross : cross_again!).forward(z, inputs, mask);     // (B, N, D)
            foreach (var block in blocks)
                z = block.call(z);                                                     // (B, N, D)
        }

        return z;
    }

    /// <summary>What each latent looks at in the first reading, (B, H, N, M); each row sums to 1.</summary>
    public Tensor AttentionWeights(Tensor inputs, Tensor? present = null) =>
        cross.AttentionWeights(latents.expand(inputs.shape[0], -1, -1), inputs, Mask(inputs, present));

    private Tensor? Mask(Tensor inputs, Tensor? present)
    {
        if (inputs.dim() != 3 || inputs.shape[2] != inputWidth)
            throw new ArgumentException($"Expected inputs of shape (B, M, {inputWidth}), not ({string.Join(", ", inputs.shape)}).");
        return present?.unsqueeze(1).unsqueeze(1);                                     // (B, 1, 1, M)
    }
}
