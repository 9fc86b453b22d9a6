// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Training batches for a language model: all texts in one row, each between start and end, and windows cut from it at random places. A
/// batch depends on the seed and its number alone.
/// </summary>
public sealed class TokenWindows
{
    private readonly long[] row;
    private readonly long seed;

    /// <summary>Puts the texts into a row, in a random order.</summary>
    public TokenWindows(IReadOnlyList<string> texts, BytePairTokenizer tokenizer, long seed)
    {
        this.seed = seed;
        var order = texts.ToArray();
        new SeededRandom(seed).Shuffle<string>(order);
        row = [.. order.SelectMany(text => Tokens(text, tokenizer)).Select(token => (long)token)];
    }

    /// <summary>The tokens in the row.</summary>
    public int Length => row.Length;

    /// <summary>A text's tokens between start and end, as <see cref="BytePairTokenizer.Batch"/> writes them, however long.</summary>
    public static IEnumerable<int> Tokens(string text, BytePairTokenizer tokenizer) =>
        tokenizer.Encode(" " + text.Trim().ToLowerInvariant()).Prepend(tokenizer.Start).Append(tokenizer.End);

    /// <summary>Batch <paramref name="number"/>: windows (B, length).</summary>
    /// <exception cref="ArgumentException">There are fewer tokens than a window has.</exception>
    public Tensor Batch(long number, int size, int length)
    {
        if (length > row.Length) throw new ArgumentException($"A window of {length} tokens needs as many; there are {row.Length}.");
        var random = new SeededRandom(unchecked((seed * 1_000_003) + number));
        return stack(Enumerable.Range(0, size)
            .Select(_ => random.Next(row.Length - length + 1)).Select(first => tensor(row[first..(first + length)])).ToArray());
    }
}
