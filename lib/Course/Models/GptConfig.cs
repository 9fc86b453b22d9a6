// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of a <see cref="Gpt"/>. The values set here are those of the course's small one.</summary>
public sealed record GptConfig
{
    /// <summary>Tokens of the tokenizer.</summary>
    public long VocabularySize { get; init; } = 4096;

    /// <summary>The most tokens of a sequence, soft prompts included.</summary>
    public long ContextLength { get; init; } = 64;

    /// <summary>Numbers in a token.</summary>
    public long Width { get; init; } = 128;

    /// <summary>Blocks.</summary>
    public long Depth { get; init; } = 4;

    /// <summary>Heads of each block.</summary>
    public long Heads { get; init; } = 4;

    /// <summary>True: GPT-2's stand-in for GELU.</summary>
    public bool UseTanhGelu { get; init; }

    /// <summary>The smallest GPT-2 (Radford et al. 2019, table 2).</summary>
    public static GptConfig Gpt2 { get; } = new()
    {
        VocabularySize = 50_257, ContextLength = 1024, Width = 768, Depth = 12, Heads = 12, UseTanhGelu = true,
    };
}
