using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Course.Data;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class GlossesFixture
{
    public Glosses Data { get; } = Glosses.Load();
}

public sealed partial class GlossesTests(GlossesFixture fixture) : DataSetTest, IClassFixture<GlossesFixture>
{
    private const string Header = "id\ttopic\twords\tdefinition\n";

    private Glosses Data => fixture.Data;

    [Fact]
    public void The_counts_are_those_of_its_README()
    {
        string readme = File.ReadAllText(Path.Combine(DataSetFolder.Find("glosses").Root, "README.md"));
        Assert.StartsWith($"# Glosses, {Number(Data.All.Count)} nouns of WordNet and their definitions", readme);
        var rows = TopicCell().Matches(readme).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.Equal(Data.Topics.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (string topic in Data.Topics)
            Assert.Equal(Number(Data.All.Count(gloss => gloss.Topic == topic)), rows[topic]);
        string[] definitions = [.. Data.All.Select(gloss => gloss.Definition)];
        Assert.Contains($"{Number(definitions.Sum(text => text.Split(' ').Length))} words in all", readme, StringComparison.Ordinal);
        int[] lengths = [.. definitions.Select(text => text.Length).Order()];
        Assert.Contains(
            $"have {lengths[0]} to {lengths[^1]} characters, half of them at most {lengths[lengths.Length / 2]},", readme,
            StringComparison.Ordinal);
        int repeated = definitions.GroupBy(text => text).Count(group => group.Count() > 1);
        Assert.Contains($"{repeated} definitions occur more than once", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dog_is_an_animal()
    {
        Gloss dog = Data.All.Single(gloss => gloss.Id == "02084071");
        Assert.Equal(["dog", "domestic dog", "Canis familiaris"], dog.Words);
        Assert.Equal("animal", dog.Topic);
        Assert.Equal("animal", Data.Topics[(int)dog.Label]);
        Assert.StartsWith("a member of the genus Canis (probably descended from the common wolf)", dog.Definition);
        Assert.Same(dog, Data.All[dog.Index]);
        Assert.Equal("74334 nouns of 25 topics", Data.ToString());
    }

    [Fact]
    public void Definitions_are_plain_text_without_examples()
    {
        Assert.All(Data.All, gloss =>
        {
            Assert.True(Ascii.IsValid(gloss.Definition));
            Assert.DoesNotContain("; \"", gloss.Definition, StringComparison.Ordinal);
            Assert.Equal(gloss.Definition.Trim(' ', ';', ':', ','), gloss.Definition);
            Assert.DoesNotContain(gloss.Words, word => word.Contains('_') || word.Length == 0);
        });
        // Instances are left out.
        Assert.DoesNotContain(Data.All, gloss => gloss.Words.Contains("Einstein") && gloss.Definition.Contains("physicist"));
    }

    [Fact]
    public void The_split_holds_every_entry_once_and_no_definition_twice()
    {
        (int[] training, int[] validation, int[] test) = Data.Split();
        Assert.Equal(Enumerable.Range(0, Data.All.Count), training.Concat(validation).Concat(test).Order());
        foreach (int[] held in new[] { validation, test })
        {
            Assert.InRange(held.Length / (double)Data.All.Count, 0.097, 0.103);
            Assert.Equal(held.Order(), held);
        }

        string[][] definitions = [.. new[] { training, validation, test }.Select(
            part => part.Select(i => Data.All[i].Definition).Distinct().ToArray())];
        Assert.Empty(definitions[0].Intersect(definitions[1]));
        Assert.Empty(definitions[0].Intersect(definitions[2]));
        Assert.Empty(definitions[1].Intersect(definitions[2]));
        Assert.Equal(test, Data.Split().Test);
    }

    [Theory]
    [InlineData("1\tweather\train\twater from above\n", "(2): there is no topic weather; there are act, animal")]
    [InlineData("1\tfood\tbread|\twhat is baked\n", "(2): one of the words \"bread|\" is empty")]
    [InlineData("1\tfood\tbread\t\n", "(2): the definition is empty")]
    [InlineData("1\tfood\tbread\ta\n1\tfood\troll\tb\n", "(3): 1 is in line 2 already")]
    [InlineData("", "there are no rows below the header")]
    public void Wrong_rows_are_told_with_their_line(string rows, string message)
    {
        WriteTable(Header + rows);
        AssertFails(message);
    }

    [Fact]
    public void A_table_that_is_not_packed_is_told()
    {
        Write("glosses.tsv.gz", Header);
        AssertFails("glosses.tsv.gz cannot be unpacked: ");
    }

    private protected override object LoadFrom(string folder) => Glosses.Load(folder);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private void WriteTable(string text)
    {
        using (var file = new GZipStream(File.Create(PathOf("glosses.tsv.gz")), CompressionLevel.Fastest))
            file.Write(Encoding.UTF8.GetBytes(text));
        WriteChecksums();
    }

    [GeneratedRegex(@"\| ([a-z]+) \| ([\d,]+) (?=\|)")]
    private static partial Regex TopicCell();
}
