using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace Course.Text;

/// <summary>
/// Microsoft.ML.Tokenizers' byte-level BPE behind the course's interface: reads the vocab.json and merges.txt that chapter 3's
/// tokenizer writes, and GPT-2's.
/// </summary>
public sealed class PackageTokenizer : ITokenizer
{
    // GPT-2's split into words. Without one the package would drop all white space.
    private static readonly Regex Words = new(
        @"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.Compiled);

    private readonly BpeTokenizer _tokenizer;

    private PackageTokenizer(BpeTokenizer tokenizer) => _tokenizer = tokenizer;

    /// <inheritdoc/>
    public int VocabularySize => _tokenizer.Vocabulary.Count;

    /// <summary>Reads the two files of a folder.</summary>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    public static PackageTokenizer Load(string folder)
    {
        string vocabulary = Path.Combine(folder, "vocab.json"), merges = Path.Combine(folder, "merges.txt");
        foreach (string file in (string[])[vocabulary, merges])
            if (!File.Exists(file)) throw new FileNotFoundException($"{file}: there is no such file", file);
        return new PackageTokenizer(BpeTokenizer.Create(new BpeOptions(vocabulary, merges)
        {
            ByteLevel = true,
            PreTokenizer = new RegexPreTokenizer(Words, null),
        }));
    }

    /// <inheritdoc/>
    public int[] Encode(string text) => [.. _tokenizer.EncodeToIds(text)];

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids) => _tokenizer.Decode(ids);
}
