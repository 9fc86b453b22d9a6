using System.Text.RegularExpressions;

namespace Course.Text;

/// <summary>GPT-2's tokenizer (Radford et al. 2019, section 2.2): every byte can be written, and a word takes the space before it.</summary>
public sealed partial class Gpt2Tokenizer : ITokenizer
{
    private readonly BytePairFiles _files;

    private Gpt2Tokenizer(BytePairFiles files)
    {
        _files = files;
        End = files.Id("<|endoftext|>");
    }

    /// <inheritdoc/>
    public int VocabularySize => _files.Count;

    /// <summary>The token between texts.</summary>
    public int End { get; }

    /// <summary>Reads vocab.json and merges.txt of a folder.</summary>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    /// <exception cref="InvalidDataException">They are no such files, or do not belong together.</exception>
    public static Gpt2Tokenizer Load(string folder) => new(BytePairFiles.Load(folder));

    /// <inheritdoc/>
    public int[] Encode(string text) => [.. Words().Matches(text).SelectMany(word => _files.Encode(word.Value))];

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids) => _files.Decode(ids, End);

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex Words();
}
