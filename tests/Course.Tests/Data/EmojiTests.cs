using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class EmojiFixture : IDisposable
{
    public Emoji Data { get; } = Emoji.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class EmojiTests(EmojiFixture fixture) : DataSetTest, IClassFixture<EmojiFixture>
{
    [Fact]
    public void Has_the_promised_concepts_and_pictures()
    {
        Assert.Equal(1562, fixture.Data.Concepts.Count);
        Assert.Equal(849, fixture.Data.Concepts.Count(concept => concept.IsConcrete));
        Assert.Equal(8, fixture.Data.Concepts.Select(concept => concept.Group).Distinct().Count());
        Assert.DoesNotContain(fixture.Data.Concepts, concept => concept.Group is "flags" or "component");
        Assert.Equal(Enumerable.Range(0, 1562), fixture.Data.Concepts.Select(concept => concept.Index));
        Assert.All(fixture.Data.Vendors, vendor =>
        {
            Assert.Equal([1562, 3, 48, 48], fixture.Data.Pictures(vendor).shape);
            Assert.Equal(ScalarType.Byte, fixture.Data.Pictures(vendor).dtype);
        });
    }

    [Fact]
    public void A_concept_has_its_words()
    {
        EmojiConcept penguin = Find("penguin");
        Assert.Equal(("1F427", "animals-nature", "animal-bird"), (penguin.Hexcode, penguin.Group, penguin.Subgroup));
        Assert.Contains("antarctica", penguin.Tags);
        Assert.Equal("penguin (1F427)", penguin.ToString());
    }

    [Fact]
    public void Every_sprite_is_a_drawing_on_the_background()
    {
        byte[] background = [208];
        foreach (string vendor in fixture.Data.Vendors)
        {
            byte[] pixels = fixture.Data.Pictures(vendor).data<byte>().ToArray();
            int size = 3 * Emoji.Side * Emoji.Side;
            for (int i = 0; i < 1562; i++)
                Assert.True(pixels.AsSpan(i * size, size).ContainsAnyExcept(background),
                    $"{vendor} drew nothing for {fixture.Data.Concepts[i]}");
        }
    }

    [Fact]
    public void A_red_heart_is_red_for_every_vendor()
    {
        int heart = Find("red heart").Index;
        foreach (string vendor in fixture.Data.Vendors)
        {
            Rgb middle = fixture.Data.Picture(vendor, heart)[24, 24];
            Assert.True(middle.R > 180 && middle.G < 120 && middle.B < 120, $"{vendor}: {middle}");
        }
    }

    [Fact]
    public void Picture_bytes_and_floats_are_the_same_pixels()
    {
        int penguin = Find("penguin").Index;
        using (NewDisposeScope())
        {
            Picture picture = fixture.Data.Picture("noto", penguin);
            Tensor bytes = fixture.Data.Pictures("noto")[penguin], floats = fixture.Data.Images("noto", [3, penguin])[1];
            Assert.Equal(picture.Pixels.ToArray(), Picture.FromTensor(floats).Pixels.ToArray());
            Assert.Equal(bytes.to(ScalarType.Float32).div(255).data<float>().ToArray(), floats.data<float>().ToArray());
            Assert.Equal([2, 3, 48, 48], fixture.Data.Images("noto", [3, penguin]).shape);
        }
    }

    [Fact]
    public void Held_out_concepts_are_concrete_proportional_and_decided_by_the_seed()
    {
        (int[] seen, int[] unseen) = fixture.Data.SplitConcepts();
        Assert.Equal((1362, 200), (seen.Length, unseen.Length));
        Assert.Equal(Enumerable.Range(0, 1562), seen.Concat(unseen).Order());
        Assert.All(unseen, i => Assert.True(fixture.Data.Concepts[i].IsConcrete));
        foreach (var group in fixture.Data.Concepts.Where(concept => concept.IsConcrete).GroupBy(concept => concept.Group))
        {
            int share = group.Count() * 200 / 849;
            Assert.InRange(group.Count(concept => unseen.Contains(concept.Index)), share, share + 1);
        }
        Assert.Equal(unseen, fixture.Data.SplitConcepts(200, seed: 1).Unseen);
        Assert.NotEqual(unseen, fixture.Data.SplitConcepts(200, seed: 2).Unseen);
    }

    [Fact]
    public void An_unknown_vendor_or_concept_is_told()
    {
        Assert.Contains("there is no vendor \"apple\"; there are noto, twemoji",
            Assert.Throws<ArgumentException>(() => fixture.Data.Pictures("apple")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no concept 1562; they run from 0 to 1561",
            Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Data.Picture("noto", 1562)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hexcode\tlabel\n", "concepts.tsv(1): the header must be hexcode, label, tags, group, subgroup")]
    [InlineData("", "concepts.tsv(1): the header must be")]
    [InlineData(Header, "concepts.tsv: there are no rows below the header")]
    [InlineData(Header + "1F427\tpenguin\tbird\tanimals-nature\n", "concepts.tsv(2): 4 cells, but there are 5 columns")]
    [InlineData(Header + Penguin + "1F428\t \tbear\tanimals-nature\tx\n", "concepts.tsv(3): the label is empty")]
    [InlineData(Header + "pengu\tpenguin\tbird\tanimals-nature\tx\n", "concepts.tsv(2): \"pengu\" is not a hexcode such as 1F427")]
    [InlineData(Header + Penguin + Penguin, "concepts.tsv(3): 1F427 is in line 2 already")]
    public void A_bad_row_is_told_with_its_line(string table, string message)
    {
        Write("concepts.tsv", table);
        AssertFails(message);
    }

    [Fact]
    public void Missing_sprites_are_told()
    {
        Write("concepts.tsv", Header + Penguin);
        foreach (string vendor in fixture.Data.Vendors) WriteSheet(vendor, 40 * 48, 48);
        Write("noto.png", "GIF89a");
        AssertFails("noto.png is a GIF file, and the embedded stack reads PNG only");
        WriteSheet("noto", 40 * 48, 24);
        AssertFails("noto.png has 1920 x 24 pixels; 1 sprites of 48 x 48 in 40 columns need 1920 x 48");
        WriteSheet("noto", 40 * 48, 48);
        using Emoji small = Emoji.Load(Folder);
        Assert.Equal("penguin", Assert.Single(small.Concepts).Label);
        File.Delete(PathOf("openmoji.png"));
        AssertFails("openmoji.png is missing; restore it with: git checkout");
    }

    [Fact]
    public void A_changed_file_is_told()
    {
        Write("concepts.tsv", Header + Penguin);
        foreach (string vendor in fixture.Data.Vendors) WriteSheet(vendor, 40 * 48, 48);
        File.AppendAllText(PathOf("twemoji.png"), "x");
        AssertFails("twemoji.png has changed: SHA-256 is");
    }

    private const string Header = "hexcode\tlabel\ttags\tgroup\tsubgroup\n";
    private const string Penguin = "1F427\tpenguin\tbird\tanimals-nature\tanimal-bird\n";

    private EmojiConcept Find(string label) => fixture.Data.Concepts.Single(concept => concept.Label == label);

    private void WriteSheet(string vendor, int width, int height)
    {
        WritePicture($"{vendor}.png", width, height, Emoji.Background);
    }

    private protected override IDisposable LoadFrom(string folder) => Emoji.Load(folder);
}
