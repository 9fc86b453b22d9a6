// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of a CLIP model. The values set here are those of the course's small one, for pictures of 48 x 48.</summary>
public sealed record ClipConfig
{
    /// <summary>Pixels along a side of the picture.</summary>
    public long ImageSize { get; init; } = 48;

    /// <summary>Pixels along a side of a patch.</summary>
    public long PatchSize { get; init; } = 8;

    /// <summary>Numbers in a token of the image tower.</summary>
    public long ImageWidth { get; init; } = 96;

    /// <summary>Blocks of the image tower.</summary>
    public long ImageDepth { get; init; } = 4;

    /// <summary>Heads of each of its blocks.</summary>
    public long ImageHeads { get; init; } = 4;

    /// <summary>Tokens of the tokenizer.</summary>
    public long VocabularySize { get; init; } = 1024;

    /// <summary>The most tokens of a text, start and end included.</summary>
    public long ContextLength { get; init; } = 32;

    /// <summary>Numbers in a token of the text tower.</summary>
    public long TextWidth { get; init; } = 96;

    /// <summary>Blocks of the text tower.</summary>
    public long TextDepth { get; init; } = 2;

    /// <summary>Heads of each of its blocks.</summary>
    public long TextHeads { get; init; } = 4;

    /// <summary>Numbers in an embedding, in which the towers meet.</summary>
    public long EmbeddingWidth { get; init; } = 96;

    /// <summary>True: the faster stand-in for GELU of OpenAI's models.</summary>
    public bool UseQuickGelu { get; init; }

    /// <summary>CLIP ViT-B/32 (Radford et al. 2021, tables 19 and 20).</summary>
    public static ClipConfig VitB32 { get; } = new()
    {
        ImageSize = 224, PatchSize = 32, ImageWidth = 768, ImageDepth = 12, ImageHeads = 12,
        VocabularySize = 49_408, ContextLength = 77, TextWidth = 512, TextDepth = 12, TextHeads = 8,
        EmbeddingWidth = 512, UseQuickGelu = true,
    };

    /// <summary>CLIP ViT-B/16: the same with smaller patches.</summary>
    public static ClipConfig VitB16 { get; } = VitB32 with { PatchSize = 16 };

    /// <summary>CLIP ViT-L/14.</summary>
    public static ClipConfig VitL14 { get; } = VitB32 with
    {
        PatchSize = 14, ImageWidth = 1024, ImageDepth = 24, ImageHeads = 16, TextWidth = 768, TextHeads = 12, EmbeddingWidth = 768,
    };
}
