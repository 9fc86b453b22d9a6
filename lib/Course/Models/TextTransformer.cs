// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// CLIP's text tower: token numbers (B, T) to one vector a text (B, D), read where the text ends. Radford et al. 2021, section 2.4.
/// </summary>
public sealed class TextTransformer : nn.Module<Tensor, Tensor>
{
    private readonly Embedding token_embedding;
    private readonly Parameter positional_embedding;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm ln_final;

    /// <summary>A tower of the sizes in <paramref name="config"/>, with OpenAI's first values.</summary>
    public TextTransformer(ClipConfig config) : base(nameof(TextTransformer))
    {
        var width = config.TextWidth;
        token_embedding = nn.Embedding(config.VocabularySize, width);
        positional_embedding = new Parameter(randn(config.ContextLength, width) * 0.01);
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, (int)config.TextDepth).Select(_ => new TransformerBlock(
            width, config.TextHeads, eps: 1e-5, causal: true, activation: config.UseQuickGelu ? new QuickGelu() : null)).ToArray());
        ln_final = nn.LayerNorm(width, eps: 1e-5);
        RegisterComponents();

        nn.init.normal_(token_embedding.weight!, 0, 0.02);
        var deviation = 1 / Math.Sqrt(width);
        foreach (var (name, parameter) in blocks.named_parameters())
            if (name.EndsWith("qkv.weight"))
                nn.init.normal_(parameter, 0, deviation);
            else if (name.EndsWith("fc1.weight"))
                nn.init.normal_(parameter, 0, deviation / Math.Sqrt(2));
            // What is added to the residual stream starts smaller in a deeper tower.
            else if (name.EndsWith("proj.weight") || name.EndsWith("fc2.weight"))
                nn.init.normal_(parameter, 0, deviation / Math.Sqrt(2 * config.TextDepth));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tokens) => ln_final.call(AtEnd(Encode(Embed(tokens)), tokens));   // (B, D)

    /// <summary>Token and position embeddings, (B, T, D).</summary>
    /// <exception cref="ArgumentException">The texts are not (B, T), or longer than the tower's context.</exception>
    public Tensor Embed(Tensor tokens)
    {
        var context = positional_embedding.shape[0];
        if (tokens.dim() != 2 || tokens.shape[1] > context)
            throw new ArgumentException(
                $"Expected token numbers of shape (B, T) with T at most {context}, not ({string.Join(", ", tokens.shape)}).");
        return token_embedding.call(tokens) + positional_embedding.narrow(0, 0, tokens.shape[1]);           // (B, T, D)
    }

    /// <summary>The sequence after the last block, (B, T, D): each token knows the ones before it.</summary>
    public Tensor Encode(Tensor sequence)
    {
        foreach (var block in blocks)
            sequence = block.call(sequence);                                                                // (B, T, D)
        return sequence;
    }

    // End of text has the highest number, and it alone has seen the whole text.
    private static Tensor AtEnd(Tensor sequence, Tensor tokens)
    {
        var end = tokens.argmax(1).view(-1, 1, 1).expand(-1, 1, sequence.shape[2]);                         // (B, 1, D)
        return sequence.gather(1, end).squeeze(1);                                                          // (B, D)
    }
}
