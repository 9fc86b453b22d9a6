using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Text;

/// <summary>
/// The tokenizer of the published CLIP models (Radford et al. 2021, section 2.4): lower case, white space joined, words without the space
/// before them, and a token that ends a word is another one than the same letters inside.
/// </summary>
public sealed partial class ClipTokenizer : ITokenizer
{
    private readonly BytePairFiles _files;

    private ClipTokenizer(BytePairFiles files)
    {
        _files = files;
        (Start, End) = (files.Id("<|startoftext|>"), files.Id("<|endoftext|>"));
    }

    /// <inheritdoc/>
    public int VocabularySize => _files.Count;

    /// <summary>The token before a text.</summary>
    public int Start { get; }

    /// <summary>The token after a text.</summary>
    public int End { get; }

    /// <summary>Reads vocab.json and merges.txt of a folder.</summary>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    /// <exception cref="InvalidDataException">They are no such files, or do not belong together.</exception>
    public static ClipTokenizer Load(string folder) => new(BytePairFiles.Load(folder, "</w>"));

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        string clean = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)).Normalize(NormalizationForm.FormC);
        clean = Space().Replace(clean, " ").Trim().ToLowerInvariant();
        return [.. Words().Matches(clean).SelectMany(word => _files.Encode(word.Value))];
    }

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids) => _files.Decode(ids, Start, End).Trim();

    /// <summary>
    /// What a text tower reads: (B, T) numbers; in each row start, the text, end, and zeros. T is the longest row, at most
    /// <paramref name="contextLength"/>; a longer text is cut and still ends with end.
    /// </summary>
    public Tensor Batch(IReadOnlyList<string> texts, long contextLength)
    {
        if (texts.Count == 0) throw new ArgumentException("There are no texts to encode.", nameof(texts));
        int[][] rows = [.. texts.Select(text => (int[])[Start, .. Encode(text).Take((int)contextLength - 2), End])];
        int length = rows.Max(row => row.Length);
        var ids = new long[rows.Length * length];
        for (int r = 0; r < rows.Length; r++)
            for (int i = 0; i < rows[r].Length; i++)
                ids[(r * length) + i] = rows[r][i];
        return tensor(ids, [rows.Length, length]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    // A digit is a word of its own.
    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+")]
    private static partial Regex Words();
}
