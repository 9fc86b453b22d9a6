// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of a <see cref="QFormer"/>. The values set here are those of the course's small one.</summary>
public sealed record QFormerConfig
{
    /// <summary>Q, the learned queries.</summary>
    public long Queries { get; init; } = 8;

    /// <summary>D, the numbers in a query or a token.</summary>
    public long Width { get; init; } = 96;

    /// <summary>Blocks.</summary>
    public long Depth { get; init; } = 4;

    /// <summary>Heads of each block.</summary>
    public long Heads { get; init; } = 4;

    /// <summary>Every so many blocks, from the first on, the queries look at the picture.</summary>
    public long CrossEvery { get; init; } = 2;

    /// <summary>C, the numbers in a token of the frozen picture tower.</summary>
    public long ImageWidth { get; init; } = 128;

    /// <summary>Tokens of the tokenizer and one more, which begins a text that is to be written; 0 leaves out all that reads texts.</summary>
    public long VocabularySize { get; init; } = 4097;

    /// <summary>The most tokens of a text.</summary>
    public long ContextLength { get; init; } = 32;

    /// <summary>E, the numbers in a vector by which pictures and texts are compared.</summary>
    public long EmbeddingWidth { get; init; } = 64;

    /// <summary>Whether texts are read, and not only pictures.</summary>
    public bool ReadsTexts => VocabularySize > 0;

    /// <summary>The published one, on features of EVA's ViT-g/14 (Li et al. 2023, section 3.1): BERT-base with 32 queries.</summary>
    public static QFormerConfig Blip2 { get; } = new()
    {
        Queries = 32, Width = 768, Depth = 12, Heads = 12, ImageWidth = 1408, VocabularySize = 30_523, ContextLength = 512,
        EmbeddingWidth = 256,
    };
}
