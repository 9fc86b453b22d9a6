// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Course.Text;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Byte-level byte-pair encoding (Sennrich et al. 2016; on bytes as in GPT-2, Radford et al. 2019). Tokens 0 to 255 are the bytes, so every
/// text can be written; the last two are start and end of text, as in CLIP.
/// </summary>
public sealed class BytePairTokenizer : ITokenizer
{
    private const string StartText = "<|startoftext|>", EndText = "<|endoftext|>";
    private const string MergesHeader = "#version: 0.2";

    // GPT-2's split into words: a word takes the space before it; no merge crosses a border.
    private static readonly Regex Words = new(
        @"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.Compiled);
    private static readonly char[] SymbolOfByte = MakeSymbols();
    private static readonly Dictionary<char, byte> ByteOfSymbol = Enumerable.Range(0, 256).ToDictionary(b => SymbolOfByte[b], b => (byte)b);

    private readonly string[] tokens;                                  // by id, bytes spelled as symbols
    private readonly (int Left, int Right)[] merges;                   // in the order they were learned
    private readonly Dictionary<(int, int), (int Rank, int Id)> rules;
    private readonly Dictionary<string, int[]> known = [];

    private BytePairTokenizer(string[] tokens, (int, int)[] merges)
    {
        (this.tokens, this.merges) = (tokens, merges);
        var ids = tokens.Select((token, id) => (token, id)).ToDictionary(pair => pair.token, pair => pair.id);
        rules = merges.Select((pair, rank) => (pair, rank)).ToDictionary(
            m => m.pair, m => (m.rank, ids[tokens[m.pair.Item1] + tokens[m.pair.Item2]]));
    }

    /// <summary>How many tokens there are, start and end included.</summary>
    public int VocabularySize => tokens.Length;

    /// <summary>The token before a text.</summary>
    public int Start => tokens.Length - 2;

    /// <summary>The token after a text: the highest number of all.</summary>
    public int End => tokens.Length - 1;

    /// <summary>The merges in the order they were learned, each as its two parts.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges => merges.Select(m => (tokens[m.Left], tokens[m.Right])).ToArray();

    /// <summary>
    /// Learns merges from texts: again and again the most frequent pair of neighbours becomes one token. Ends early when no pair occurs
    /// twice.
    /// </summary>
    /// <exception cref="ArgumentException">The vocabulary has no room for 256 bytes, start and end.</exception>
    public static BytePairTokenizer Train(IEnumerable<string> texts, int vocabularySize)
    {
        if (vocabularySize < 258)
            throw new ArgumentException($"A vocabulary of {vocabularySize} has no room for 256 bytes, start and end: take 258 or more.");
        var words = texts.SelectMany(text => Words.Matches(text).Select(word => word.Value)).GroupBy(word => word)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Parts: Bytes(group.Key), Count: group.Count())).ToList();
        var tokens = SymbolOfByte.Select(symbol => symbol.ToString()).ToList();
        var merges = new List<(int, int)>();
        while (tokens.Count < vocabularySize - 2)
        {
            var counts = new Dictionary<(int, int), int>();
            foreach (var (parts, count) in words)
                for (var i = 1; i < parts.Count; i++)
                    counts[(parts[i - 1], parts[i])] = counts.GetValueOrDefault((parts[i - 1], parts[i])) + count;
            if (counts.Count == 0) break;
            // A tie goes to the older tokens, so that the result does not depend on the order of a dictionary.
            var (best, most) = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First();
            if (most < 2) break;
            merges.Add(best);
            tokens.Add(tokens[best.Item1] + tokens[best.Item2]);
            foreach (var (parts, _) in words) Join(parts, best, tokens.Count - 1);
        }

        return new BytePairTokenizer([.. tokens, StartText, EndText], [.. merges]);
    }

    /// <summary>The tokens of a text, without start and end.</summary>
    public int[] Encode(string text) => Words.Matches(text).SelectMany(word => EncodeWord(word.Value)).ToArray();

    /// <summary>The text of tokens; start and end are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public string Decode(IEnumerable<int> ids)
    {
        var bytes = new List<byte>();
        foreach (var id in ids)
        {
            if (id < 0 || id > End) throw new ArgumentOutOfRangeException(nameof(ids), $"There is no token {id}; they go from 0 to {End}.");
            if (id < Start) bytes.AddRange(tokens[id].Select(symbol => ByteOfSymbol[symbol]));
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>One token as it is written in vocab.json; a space is Ġ.</summary>
    public string Spell(int id) => tokens[id];

    /// <summary>
    /// What a text tower reads: (B, T) numbers; in each row start, the text in lower case, end, and zeros. T is the longest row, at most
    /// <paramref name="contextLength"/>; a longer text is cut and still ends with end. A space goes before each text, so that a word has
    /// the same token at the beginning as inside.
    /// </summary>
    public Tensor Batch(IReadOnlyList<string> texts, long contextLength)
    {
        if (texts.Count == 0) throw new ArgumentException("There are no texts to encode.", nameof(texts));
        if (contextLength < 2)
            throw new ArgumentException($"A context of {contextLength} has no room for start and end.", nameof(contextLength));
        var rows = texts.Select(text => Encode(" " + text.Trim().ToLowerInvariant()).Take((int)contextLength - 2).ToArray()).ToArray();
        var length = rows.Max(row => row.Length) + 2;
        var ids = new long[rows.Length, length];
        for (var r = 0; r < rows.Length; r++)
        {
            ids[r, 0] = Start;
            for (var i = 0; i < rows[r].Length; i++) ids[r, i + 1] = rows[r][i];
            ids[r, rows[r].Length + 1] = End;
        }

        return tensor(ids);
    }

    /// <summary>Writes vocab.json and merges.txt, the files that other libraries read, into a folder.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var ids = tokens.Select((token, id) => (token, id)).ToDictionary(pair => pair.token, pair => pair.id);
        File.WriteAllText(Path.Combine(folder, "vocab.json"), JsonSerializer.Serialize(ids, options) + "\n");
        File.WriteAllText(Path.Combine(folder, "merges.txt"),
            MergesHeader + "\n" + string.Concat(Merges.Select(merge => $"{merge.Left} {merge.Right}\n")));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The two files do not belong together, or are no such files.</exception>
    public static BytePairTokenizer Load(string folder)
    {
        var (vocabulary, lines) = (Path.Combine(folder, "vocab.json"), Path.Combine(folder, "merges.txt"));
        Dictionary<string, int>? ids;
        try
        {
            ids = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(vocabulary));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{vocabulary} is not a list of tokens with their numbers: {error.Message}");
        }

        if (ids is null || ids.Count < 258 || !ids.Values.Order().SequenceEqual(Enumerable.Range(0, ids.Count)))
            throw new InvalidDataException(
                $"{vocabulary}: the tokens are not numbered from 0, or the 256 bytes, start and end are not all there.");
        var tokens = ids.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var bytes = SymbolOfByte.Select(symbol => symbol.ToString());
        if (tokens[^2] != StartText || tokens[^1] != EndText || !tokens.Take(256).SequenceEqual(bytes))
            throw new InvalidDataException($"{vocabulary}: the bytes must come first, and {StartText} and {EndText} last.");
        var merges = File.ReadLines(lines).Where(line => line.Length > 0 && line != MergesHeader).Select((line, number) =>
        {
            var parts = line.Split(' ');
            return parts.Length == 2 && ids.TryGetValue(parts[0], out var left) && ids.TryGetValue(parts[1], out var right)
                && ids.ContainsKey(parts[0] + parts[1])
                ? (left, right)
                : throw new InvalidDataException(
                    $"{lines}, merge {number + 1}: '{line}' does not join two tokens of the vocabulary into a third.");
        }).ToArray();
        return new BytePairTokenizer(tokens, merges);
    }

    private int[] EncodeWord(string word)
    {
        if (known.TryGetValue(word, out var ids)) return ids;
        var parts = Bytes(word);
        while (true)
        {
            var (best, rank, id) = ((0, 0), int.MaxValue, -1);
            for (var i = 1; i < parts.Count; i++)
                if (rules.TryGetValue((parts[i - 1], parts[i]), out var rule) && rule.Rank < rank)
                    (best, rank, id) = ((parts[i - 1], parts[i]), rule.Rank, rule.Id);
            if (id < 0) break;
            Join(parts, best, id);
        }

        return known[word] = [.. parts];
    }

    private static List<int> Bytes(string word) => Encoding.UTF8.GetBytes(word).Select(b => (int)b).ToList();

    private static void Join(List<int> parts, (int Left, int Right) pair, int joined)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
            if (parts[i] == pair.Left && parts[i + 1] == pair.Right)
            {
                parts[i] = joined;
                parts.RemoveAt(i + 1);
            }
    }

    // GPT-2 spells each byte as a visible character: itself where it is one, else the next free one from U+0100.
    private static char[] MakeSymbols()
    {
        var next = (char)0x100;
        return Enumerable.Range(0, 256)
            .Select(b => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)b : next++).ToArray();
    }
}
