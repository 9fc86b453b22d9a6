// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>VideoBERT in small (Sun et al. 2019): BERT over a sequence of words and visual words.</summary>
public sealed class VideoBert : nn.Module<Tensor, (Tensor Words, Tensor Alignment)>
{
    /// <summary>Fills up a short text; nobody looks at it.</summary>
    public const long Padding = 0;

    /// <summary>The first token, which says whether text and video belong together.</summary>
    public const long Class = 1;

    /// <summary>Ends the text, and the video.</summary>
    public const long Separator = 2;

    /// <summary>Stands for a word to guess.</summary>
    public const long Mask = 3;

    /// <summary>The first number that is a word.</summary>
    public const long FirstWord = 4;

    private readonly Embedding words;
    private readonly Parameter positions;
    private readonly LayerNorm norm;
    private readonly ModuleList<PostNormBlock> blocks;
    private readonly Linear guess;
    private readonly Linear alignment;

    /// <summary>A model for sequences of a length L.</summary>
    /// <param name="vocabulary">V: special tokens, words and visual words.</param>
    /// <param name="length">L.</param>
    /// <param name="width">D.</param>
    /// <param name="depth">Blocks.</param>
    /// <param name="heads">Heads of each block.</param>
    public VideoBert(long vocabulary, long length, long width, int depth, long heads) : base(nameof(VideoBert))
    {
        words = nn.Embedding(vocabulary, width);
        positions = new Parameter(randn(length, width) * 0.02);
        norm = nn.LayerNorm(width, 1e-12);
        blocks = new ModuleList<PostNormBlock>(Enumerable.Range(0, depth).Select(_ => new PostNormBlock(width, heads)).ToArray());
        guess = nn.Linear(width, vocabulary);
        alignment = nn.Linear(width, 1);
        RegisterComponents();
        nn.init.normal_(words.weight!, 0, 0.02);
    }

    /// <summary>Sequences (B, L) to logits of the word at each place, (B, L, V), and of text and video belonging together, (B).</summary>
    public override (Tensor Words, Tensor Alignment) forward(Tensor sequences)
    {
        var mask = sequences.ne(Padding).unsqueeze(1).unsqueeze(1);                                                   // (B, 1, 1, L)
        var x = norm.call(words.call(sequences) + positions);                                                         // (B, L, D)
        foreach (var block in blocks)
            x = block.forward(x, mask);
        return (guess.call(x), alignment.call(x[.., 0]).squeeze(1));
    }

    /// <summary>Both objectives together: masked words, and alignment.</summary>
    /// <param name="sequences">With masks, (B, L).</param>
    /// <param name="targets">The word to guess at each place, -100 where there is none, (B, L).</param>
    /// <param name="aligned">1 where text and video belong together, else 0, (B).</param>
    public Tensor Loss(Tensor sequences, Tensor targets, Tensor aligned)
    {
        var (guesses, belongs) = call(sequences);
        return F.cross_entropy(guesses.flatten(0, 1), targets.flatten(), ignore_index: -100)
            + F.binary_cross_entropy_with_logits(belongs, aligned);
    }
}
