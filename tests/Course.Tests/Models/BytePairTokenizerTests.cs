using Course.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Models;

public sealed class BytePairTokenizerTests : IDisposable
{
    private static readonly string[] Texts =
        [" low low low low low lower lower newest newest newest newest newest newest widest widest widest"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-");

    /// <summary>Sennrich et al. 2016, section 3.2: the frequent ends of words come first.</summary>
    [Fact]
    public void Merges_join_the_most_frequent_pair_first()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        Assert.Equal([("e", "s"), ("es", "t"), ("Ġ", "l"), ("o", "w")], tokenizer.Merges);
        Assert.Equal(262, tokenizer.VocabularySize);
        Assert.Equal(260, tokenizer.Start);
        Assert.Equal(261, tokenizer.End);
    }

    [Fact]
    public void Training_ends_when_no_pair_occurs_twice()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" abc", " abc"], 1000);
        Assert.Equal(3, tokenizer.Merges.Count);
        Assert.Single(tokenizer.Encode(" abc"));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_order_of_the_texts()
    {
        string[] texts = ["red apple", "green apple", "red car", "a green car", "apple cart"];
        Assert.Equal(BytePairTokenizer.Train(texts, 280).Merges, BytePairTokenizer.Train(texts.Reverse(), 280).Merges);
    }

    [Fact]
    public void Merges_do_not_cross_words_and_apply_in_the_order_learned()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        Assert.Equal(["Ġl", "ow", "est", "Ġl", "ow"], tokenizer.Encode(" lowest low").Select(tokenizer.Spell));
    }

    [Fact]
    public void Any_text_comes_back()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 300);
        Prop.ForAll<NonNull<string>>(text =>
        {
            // Half of a surrogate pair is no character and has no bytes.
            string valid = new([.. text.Get.EnumerateRunes().SelectMany(rune => rune.ToString())]);
            return tokenizer.Decode(tokenizer.Encode(valid)) == valid;
        }).QuickCheckThrowOnFailure();
        foreach (string text in new[] { "", " ", "\r\n\t ", "日本語", "👩‍👩‍👧‍👦", "a\0b\u00ad\u0301" })
            Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Fact]
    public void A_batch_begins_with_start_ends_with_end_and_is_filled_with_zeros()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        long[][] rows = [.. tokenizer.Batch(["LOW", " low lower "], 32).data<long>().ToArray().Chunk(8)];
        long[] low = [.. tokenizer.Encode(" low").Select(id => (long)id)];
        Assert.Equal([260, .. low, 261, 0, 0, 0, 0], rows[0]);
        Assert.Equal([260, .. low, .. low, 'e', 'r', 261], rows[1]);
    }

    [Fact]
    public void A_long_text_is_cut_and_still_ends()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        long[] row = tokenizer.Batch(["low low low low low low"], 6).data<long>().ToArray();
        Assert.Equal(6, row.Length);
        Assert.Equal((260, 261), (row[0], row[5]));
    }

    [Fact]
    public void A_text_cannot_forge_a_special_token()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        int[] ids = tokenizer.Encode("<|endoftext|><|startoftext|>");
        Assert.DoesNotContain(tokenizer.End, ids);
        Assert.DoesNotContain(tokenizer.Start, ids);
        Assert.Equal("", tokenizer.Decode([tokenizer.Start, tokenizer.End]));
    }

    [Fact]
    public void Saved_files_are_read_back()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 270);
        tokenizer.Save(_folder.FullName);
        BytePairTokenizer loaded = BytePairTokenizer.Load(_folder.FullName);
        Assert.Equal(tokenizer.Merges, loaded.Merges);
        Assert.Equal(tokenizer.Encode(" lowest 日本 wider"), loaded.Encode(" lowest 日本 wider"));
        Assert.StartsWith("#version: 0.2\ne s\n", File.ReadAllText(Path.Combine(_folder.FullName, "merges.txt")));
    }

    [Theory]
    [InlineData("vocab.json", "{", "is not a list of tokens")]
    [InlineData("vocab.json", "{\"a\": 0}", "not numbered from 0")]
    [InlineData("merges.txt", "#version: 0.2\ne s t\n", "merge 1: 'e s t' does not join")]
    [InlineData("merges.txt", "#version: 0.2\nx q\n", "merge 1: 'x q' does not join")]
    public void A_bad_file_is_named(string file, string content, string message)
    {
        BytePairTokenizer.Train(Texts, 262).Save(_folder.FullName);
        File.WriteAllText(Path.Combine(_folder.FullName, file), content);
        var error = Assert.Throws<InvalidDataException>(() => BytePairTokenizer.Load(_folder.FullName));
        Assert.Contains(message, error.Message);
        Assert.Contains(file, error.Message);
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Assert.Contains("258 or more", Assert.Throws<ArgumentException>(() => BytePairTokenizer.Train(Texts, 257)).Message);
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(Texts, 262);
        Assert.Contains("0 to 261", Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([262])).Message);
        Assert.Contains("no texts", Assert.Throws<ArgumentException>(() => tokenizer.Batch([], 8)).Message);
        Assert.Contains("no room", Assert.Throws<ArgumentException>(() => tokenizer.Batch(["a"], 1)).Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
