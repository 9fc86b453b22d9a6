namespace Course.Text;

/// <summary>Turns text into the numbers that a model reads, and back.</summary>
public interface ITokenizer
{
    /// <summary>How many tokens there are.</summary>
    int VocabularySize { get; }

    /// <summary>The tokens of a text, without a start and an end.</summary>
    int[] Encode(string text);

    /// <summary>The text of tokens.</summary>
    string Decode(IEnumerable<int> ids);
}
