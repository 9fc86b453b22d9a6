using Course.Models;
using Course.Tests.Support;
using Course.Text;

namespace Course.Tests.Packages;

/// <summary>Microsoft.ML.Tokenizers on the course's files and on those of GPT-2's form.</summary>
public sealed class PackageTokenizerTests
{
    private static readonly string[] Texts =
        ["a photo of a cat.", "The dog's RED  apple,\n12 birds!", "don't we'll", " smiling face with heart-eyes", "naïve café"];

    [Fact]
    public void It_cuts_texts_as_the_tokenizer_of_chapter_3()
    {
        string folder = Path.Combine(Repository.Root, "datasets", "checkpoints", "clip");
        AssertSame(BytePairTokenizer.Load(folder), PackageTokenizer.Load(folder));
    }

    [Fact]
    public void It_cuts_texts_as_GPT_2s_tokenizer()
    {
        string folder = Repository.Fixture("published", "gpt2");
        AssertSame(Gpt2Tokenizer.Load(folder), PackageTokenizer.Load(folder));
    }

    private static void AssertSame(ITokenizer expected, ITokenizer actual)
    {
        Assert.Equal(expected.VocabularySize, actual.VocabularySize);
        foreach (string text in Texts)
        {
            Assert.Equal(expected.Encode(text), actual.Encode(text));
            Assert.Equal(text, actual.Decode(actual.Encode(text)));
        }
    }
}
