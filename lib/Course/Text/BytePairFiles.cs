using System.Text;
using System.Text.Json;

namespace Course.Text;

/// <summary>
/// Byte-pair encoding (Sennrich et al. 2016) from vocab.json and merges.txt in the form that GPT-2 and CLIP are published in: a byte is
/// written as a visible character, and a pair that stands earlier in the list is joined first.
/// </summary>
internal sealed class BytePairFiles
{
    private static readonly char[] SymbolOfByte = MakeSymbols();
    private static readonly Dictionary<char, byte> ByteOfSymbol = Enumerable.Range(0, 256).ToDictionary(b => SymbolOfByte[b], b => (byte)b);

    private readonly Dictionary<string, int> _ids;
    private readonly string[] _tokens;
    private readonly Dictionary<(string, string), int> _ranks;
    private readonly Dictionary<string, int[]> _known = [];
    private readonly string _endOfWord;

    private BytePairFiles(Dictionary<string, int> ids, Dictionary<(string, string), int> ranks, string endOfWord)
    {
        (_ids, _ranks, _endOfWord) = (ids, ranks, endOfWord);
        _tokens = [.. ids.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Length;

    /// <summary>Reads the two files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="endOfWord">What the last token of a word ends with: "&lt;/w&gt;" in CLIP, nothing in GPT-2.</param>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    /// <exception cref="InvalidDataException">They are no such files, or do not belong together.</exception>
    public static BytePairFiles Load(string folder, string endOfWord = "")
    {
        string vocabulary = Path.Combine(folder, "vocab.json"), merges = Path.Combine(folder, "merges.txt");
        foreach (string file in (string[])[vocabulary, merges])
            if (!File.Exists(file)) throw new FileNotFoundException($"{file}: there is no such file", file);
        Dictionary<string, int> ids = Vocabulary(vocabulary);
        return new BytePairFiles(ids, Ranks(merges, ids), endOfWord);
    }

    /// <summary>The number of a token.</summary>
    /// <exception cref="InvalidDataException">There is no such token.</exception>
    public int Id(string token) =>
        _ids.TryGetValue(token, out int id) ? id : throw new InvalidDataException($"the vocabulary has no token '{token}'");

    /// <summary>The tokens of one word.</summary>
    public int[] Encode(string word)
    {
        if (_known.TryGetValue(word, out int[]? known)) return known;
        List<string> parts = [.. Encoding.UTF8.GetBytes(word).Select(b => SymbolOfByte[b].ToString())];
        parts[^1] += _endOfWord;
        while (BestPair(parts) is { } pair) Join(parts, pair);
        return _known[word] = [.. parts.Select(Id)];
    }

    /// <summary>The text of tokens, in which the end of a word is a space; <paramref name="special"/> tokens are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public string Decode(IEnumerable<int> ids, params int[] special)
    {
        var bytes = new List<byte>();
        foreach (int id in ids)
        {
            if (id < 0 || id >= Count) throw new ArgumentOutOfRangeException(nameof(ids), $"There is no token {id}; they go from 0 to {Count - 1}.");
            if (special.Contains(id)) continue;
            string token = _tokens[id];
            bool ends = _endOfWord.Length > 0 && token.EndsWith(_endOfWord, StringComparison.Ordinal);
            if (ends) token = token[..^_endOfWord.Length];
            bytes.AddRange(token.Select(symbol => ByteOfSymbol[symbol]));
            if (ends) bytes.Add((byte)' ');
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static Dictionary<string, int> Vocabulary(string file)
    {
        try
        {
            var ids = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(file)) ?? [];
            return ids.Values.Order().SequenceEqual(Enumerable.Range(0, ids.Count)) && ids.Count > 0
                ? ids
                : throw new InvalidDataException($"{file}: the tokens are not numbered from 0 without gaps");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file} is not a list of tokens with their numbers: {error.Message}", error);
        }
    }

    private static Dictionary<(string, string), int> Ranks(string file, Dictionary<string, int> ids)
    {
        var ranks = new Dictionary<(string, string), int>();
        foreach (string line in File.ReadLines(file))
        {
            if (line.Length == 0 || line.StartsWith("#version", StringComparison.Ordinal)) continue;
            string[] parts = line.Split(' ');
            if (parts.Length != 2 || !ids.ContainsKey(parts[0] + parts[1]))
                throw new InvalidDataException($"{file}, merge {ranks.Count + 1}: '{line}' does not join two tokens into one of the vocabulary");
            ranks.TryAdd((parts[0], parts[1]), ranks.Count);
        }

        return ranks;
    }

    private (string Left, string Right)? BestPair(List<string> parts)
    {
        ((string, string)? best, int rank) = (null, int.MaxValue);
        for (int i = 1; i < parts.Count; i++)
            if (_ranks.TryGetValue((parts[i - 1], parts[i]), out int found) && found < rank)
                (best, rank) = ((parts[i - 1], parts[i]), found);
        return best;
    }

    private static void Join(List<string> parts, (string Left, string Right) pair)
    {
        for (int i = 0; i + 1 < parts.Count; i++)
            if (parts[i] == pair.Left && parts[i + 1] == pair.Right)
            {
                parts[i] += parts[i + 1];
                parts.RemoveAt(i + 1);
            }
    }

    // A byte is itself where that is visible, else the next free character from U+0100.
    private static char[] MakeSymbols()
    {
        var next = (char)0x100;
        return [.. Enumerable.Range(0, 256).Select(b => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)b : next++)];
    }
}
