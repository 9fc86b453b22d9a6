// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A decoder-only language model (GPT-2; Radford et al. 2019): token numbers (B, T) to scores of the next token, (B, T, V). The matrix that
/// embeds tokens also scores them.
/// </summary>
public sealed class Gpt : nn.Module<Tensor, Tensor>
{
    private readonly Embedding token_embedding;
    private readonly Parameter positional_embedding;
    private readonly ModuleList<GptBlock> blocks;
    private readonly LayerNorm ln_final;

    /// <summary>A model of the sizes in <paramref name="config"/>, with GPT-2's first values.</summary>
    public Gpt(GptConfig config) : base(nameof(Gpt))
    {
        Config = config;
        token_embedding = nn.Embedding(config.VocabularySize, config.Width);
        positional_embedding = new Parameter(randn(config.ContextLength, config.Width) * 0.02);
        blocks = new ModuleList<GptBlock>(
            Enumerable.Range(0, (int)config.Depth).Select(_ => new GptBlock(config.Width, config.Heads, config.UseTanhGelu)).ToArray());
        ln_final = nn.LayerNorm(config.Width, eps: 1e-5);
        RegisterComponents();

        foreach (var (name, parameter) in named_parameters())
            if (name.EndsWith(".bias"))
                nn.init.zeros_(parameter);
            else if (name.EndsWith("proj.weight") || name.EndsWith("fc2.weight"))
                nn.init.normal_(parameter, 0, 0.02 / Math.Sqrt(2 * config.Depth));     // what is added to the residual stream
            else if (parameter.dim() == 2)
                nn.init.normal_(parameter, 0, 0.02);
    }

    /// <summary>The sizes.</summary>
    public GptConfig Config { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tokens) => Read(Embed(tokens));

    /// <summary>Token numbers (B, T) as vectors (B, T, D), without places: soft prompts can be put in front.</summary>
    public Tensor Embed(Tensor tokens) => token_embedding.call(tokens);

    /// <summary>Reads vectors (B, N, D) after what is in the cache: scores of the token after each, (B, N, V).</summary>
    /// <exception cref="ArgumentException">The sequence is longer than the context.</exception>
    public Tensor Read(Tensor embeddings, KeyValueCache? cache = null) => Score(Encode(embeddings, cache));

    /// <summary>The sequence after the last block and LayerNorm, (B, N, D).</summary>
    /// <exception cref="ArgumentException">The sequence is longer than the context.</exception>
    public Tensor Encode(Tensor embeddings, KeyValueCache? cache = null)
    {
        var (first, count) = (cache?.Length ?? 0, embeddings.shape[1]);
        if (first + count > Config.ContextLength)
            throw new ArgumentException(
                $"A sequence of {first + count} does not fit into a context of {Config.ContextLength}: shorten it, or train a longer context.");
        var z = embeddings + positional_embedding.narrow(0, first, count);             // (B, N, D)
        var number = 0;
        foreach (var block in blocks)
            z = block.forward(z, cache, number++);                                     // (B, N, D)
        return ln_final.call(z);
    }

    /// <summary>Scores of all tokens, (..., V), from vectors (..., D) of <see cref="Encode"/>.</summary>
    public Tensor Score(Tensor encoded) => encoded.matmul(token_embedding.weight!.T);
}
