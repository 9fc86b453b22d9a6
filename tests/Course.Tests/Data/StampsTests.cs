using System.Globalization;
using System.Security.Cryptography;
using Course.Audio;
using Course.Audio.Wav;
using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class StampsFixture : IDisposable
{
    public Stamps Data { get; } = Stamps.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class StampsTests(StampsFixture fixture) : DataSetTest, IClassFixture<StampsFixture>
{
    private const string Header = "id\tname\tconcept\tkind\tcaption\tfr\n";
    private const string Penguin = "animals/birds/penguin\tpenguin\tpenguin\tphotograph\tA penguin.\tUn pingouin.\n";
    private const string Lion = "animals/lion\tlion\tlion\tdrawing\tA happy lion!\t\n";
    private const string SoundHeader = "id\tstart\tsamples\tcut\n";

    private Stamps Data => fixture.Data;

    [Fact]
    public void Has_the_promised_stamps_and_pictures()
    {
        Assert.Equal(687, Data.Items.Count);
        Assert.Equal(Enumerable.Range(0, 687), Data.Items.Select(stamp => stamp.Index));
        Assert.DoesNotContain(Data.Items, stamp => stamp.Group == "symbols");
        Assert.Equal([687, 3, 48, 48], Data.Pictures().shape);
        Assert.Equal(ScalarType.Byte, Data.Pictures().dtype);
        byte[] background = [208];
        byte[] pixels = Data.Pictures().data<byte>().ToArray();
        foreach (Stamp stamp in Data.Items)
            Assert.True(pixels.AsSpan(stamp.Index * 6912, 6912).ContainsAnyExcept(background), $"{stamp} has no picture");
    }

    [Fact]
    public void The_counts_are_those_of_its_README()
    {
        string[] readme = File.ReadAllLines(Path.Combine(DataSetFolder.Find("stamps").Root, "README.md"));
        int Kind(StampKind kind) => Data.Items.Count(stamp => stamp.Kind == kind);
        int names = Data.Items.Select(stamp => stamp.Name).Distinct().Count();
        int concepts = Concepts(Enumerable.Range(0, Data.Items.Count)).Count;
        Assert.Contains($"{Kind(StampKind.Photograph)} are photographs (or look like one), {Kind(StampKind.Drawing)} are drawings. " +
            $"They have {names} different names of {concepts} concepts.", readme);
        foreach (var group in Data.Items.GroupBy(stamp => stamp.Group))
            Assert.Contains(readme, line => line.Contains($"| {group.Key} | {group.Count()} |", StringComparison.Ordinal));
        foreach (string voice in Data.Languages.Append(Stamps.Synthetic))
        {
            string row = readme.Single(line => line.StartsWith($"| `{voice}` |", StringComparison.Ordinal));
            string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
            int[] stamps = Data.WithVoice(voice);
            Assert.Equal(int.Parse(cells[3], CultureInfo.InvariantCulture), stamps.Length);
            Assert.Equal(int.Parse(cells[7], CultureInfo.InvariantCulture), stamps.Count(stamp => Data.IsCut(stamp, voice)));
        }

        Assert.Contains(readme, line => line.StartsWith($"| `effects` | | {Data.WithEffect().Length} |", StringComparison.Ordinal));
        string[] large = [.. Data.Languages.Where(language => language != "en")];
        int everywhere = Data.Items.Count(stamp => large.All(language => Data.HasVoice(stamp.Index, language)));
        int nowhere = Data.Items.Count(stamp => !Data.Languages.Any(language => Data.HasVoice(stamp.Index, language)));
        Assert.Contains($"{everywhere} stamps are spoken in all six large languages; {nowhere} by nobody but the synthesiser.", readme);
    }

    [Fact]
    public void A_stamp_has_its_words()
    {
        Stamp flamingo = Find("animals/birds/pink_flamingo");
        Assert.Equal(("pink flamingo", "flamingo", "A pink flamingo."), (flamingo.Name, flamingo.Concept, flamingo.Caption));
        Assert.Equal(("animals/birds", "animals", StampKind.Photograph), (flamingo.Category, flamingo.Group, flamingo.Kind));
        Assert.Equal("Un flamant rose.", flamingo.Captions["fr"]);
        Assert.Equal("pink flamingo (animals/birds/pink_flamingo)", flamingo.ToString());
        Assert.Equal(StampKind.Drawing, Find("food/fruit/cartoon/lemon").Kind);
        Assert.Equal("toilet", Find("household/toilet").Name);
        // The names are noun phrases: no article, no full stop, and no capital that only begins a sentence.
        Assert.All(Data.Items, stamp => Assert.DoesNotMatch("^(a|an|the|some) |[.!?:]|^ | $", stamp.Name.ToLowerInvariant()));
        Assert.Equal("lemon", Find("food/fruit/lemon").Concept);
        Assert.Equal(Find("food/fruit/lemon").Concept, Find("food/fruit/cartoon/lemon_slice").Concept);
    }

    [Fact]
    public void Pictures_are_the_same_pixels_as_bytes_and_to_look_at()
    {
        int lemon = Find("food/fruit/lemon").Index;
        using (NewDisposeScope())
        {
            Picture picture = Data.Picture(lemon);
            Tensor images = Data.Images([3, lemon]);
            Assert.Equal([2, 3, 48, 48], images.shape);
            Assert.Equal(ScalarType.Byte, images.dtype);
            Assert.Equal(Data.Pictures()[lemon].data<byte>().ToArray(), images[1].data<byte>().ToArray());
            Assert.Equal(picture.Pixels.ToArray(), Picture.FromTensor(images[1].to(ScalarType.Float32).div(255)).Pixels.ToArray());
            Rgb middle = picture[24, 24];
            Assert.True(middle.R > 150 && middle.G > 120 && middle.B < 110, $"a lemon is yellow, not {middle}");
            Assert.Equal(687, Data.Images().shape[0]);
        }
    }

    [Fact]
    public void Every_recording_is_loud_enough_and_neither_begins_nor_ends_with_a_click()
    {
        foreach (string voice in Data.Languages.Append(Stamps.Synthetic))
            foreach (int stamp in Data.WithVoice(voice))
            {
                Sound sound = Data.Voice(stamp, voice);
                Assert.Equal((1, 8000), (sound.Channels, sound.Rate));
                Assert.InRange(sound.Duration.TotalSeconds, 0.2, 2.5);
                AssertHeard(sound, $"{voice} {Data.Items[stamp]}");
            }

        foreach (int stamp in Data.WithEffect())
        {
            Sound sound = Data.Effect(stamp)!;
            Assert.InRange(sound.Duration.TotalSeconds, 0.1, 5);
            AssertHeard(sound, $"effect of {Data.Items[stamp]}");
        }
    }

    [Fact]
    public void A_stamp_without_a_recording_says_so()
    {
        int rocket = Find("space/rocket1").Index;
        Assert.False(Data.HasVoice(rocket, "fr"));
        Assert.True(Data.HasVoice(rocket, Stamps.Synthetic));
        Assert.Null(Data.Effect(rocket));
        Assert.Null(Data.Effect(Find("vehicles/emergency/firetruck").Index));
        Assert.Contains("rocket (space/rocket1) has no recording in fr; ask HasVoice first",
            Assert.Throws<ArgumentException>(() => Data.Voice(rocket, "fr")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no voice \"de\"; there are be, bg, ca, en, es, fr, ru, synthetic",
            Assert.Throws<ArgumentException>(() => Data.HasVoice(rocket, "de")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no stamp 687; they run from 0 to 686",
            Assert.Throws<ArgumentOutOfRangeException>(() => Data.Picture(687)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_concepts_are_whole_proportional_and_decided_by_the_seed()
    {
        (int[] seen, int[] unseen) = Data.SplitConcepts();
        Assert.Equal(Enumerable.Range(0, 687), seen.Concat(unseen).Order());
        Assert.Equal(80, Concepts(unseen).Count);
        Assert.Empty(Concepts(seen).Intersect(Concepts(unseen)));
        Assert.Empty(seen.Select(i => Data.Items[i].Name).Intersect(unseen.Select(i => Data.Items[i].Name)));
        int animals = Concepts(unseen.Where(i => Data.Items[i].Group == "animals")).Count;
        Assert.InRange(animals, 15, 27);
        Assert.Equal(unseen, Data.SplitConcepts(80, seed: 1).Unseen);
        Assert.NotEqual(unseen, Data.SplitConcepts(80, seed: 2).Unseen);
    }

    [Fact]
    public void Several_parts_share_no_concept()
    {
        int[][] parts = Data.SplitConcepts([60, 40], seed: 3);
        Assert.Equal(3, parts.Length);
        Assert.Equal((60, 40), (Concepts(parts[0]).Count, Concepts(parts[1]).Count));
        Assert.Equal(Enumerable.Range(0, 687), parts.SelectMany(part => part).Order());
        Assert.Empty(Concepts(parts[0]).Intersect(Concepts(parts[1])));
        Assert.Empty(Concepts(parts[2]).Intersect(Concepts(parts[0]).Union(Concepts(parts[1]))));
        Assert.Throws<ArgumentException>(() => Data.SplitConcepts([400]));
    }

    [Fact]
    public void Stamps_with_the_same_caption_are_on_the_same_side()
    {
        foreach (var same in Data.Items.GroupBy(stamp => stamp.Caption))
            Assert.True(same.Select(stamp => stamp.Concept).Distinct().Count() == 1, $"{same.Key}: {string.Join(", ", same)}");
    }

    [Theory]
    [InlineData("", "stamps.tsv(1): the header must begin with id, name, concept, kind, caption, separated by tabs")]
    [InlineData("id\tname\n", "stamps.tsv(1): the header must begin with")]
    [InlineData(Header, "stamps.tsv: there are no rows below the header")]
    [InlineData(Header + "animals/lion\tlion\n", "stamps.tsv(2): 2 cells, but there are 6 columns")]
    [InlineData(Header + Penguin + "animals/lion\t\tlion\tdrawing\tA lion.\t\n", "stamps.tsv(3): the name is empty")]
    [InlineData(Header + "lion\tlion\tlion\tdrawing\tA lion.\t\n", "stamps.tsv(2): \"lion\" is not an id such as animals/birds/penguin")]
    [InlineData(Header + "animals/lion\tlion\tlion\tpainting\tA lion.\t\n", "stamps.tsv(2): the kind \"painting\" is neither photograph")]
    [InlineData(Header + Lion + Lion, "stamps.tsv(3): animals/lion is in line 2 already")]
    public void A_bad_row_is_told_with_its_line(string table, string message)
    {
        WriteSmallSet();
        Write("stamps.tsv", table);
        AssertFails(message);
    }

    [Theory]
    [InlineData("", "fr.tsv(1): the header must be id, start, samples, cut, separated by tabs")]
    [InlineData(SoundHeader + "animals/lion\t0\t10\n", "fr.tsv(2): 3 cells, but there are 4 columns")]
    [InlineData(SoundHeader + "animals/tiger\t0\t10\t0\n", "fr.tsv(2): there is no stamp animals/tiger")]
    [InlineData(SoundHeader + "animals/lion\t-1\t10\t0\n", "fr.tsv(2): the start must be a whole number, not \"-1\"")]
    [InlineData(SoundHeader + "animals/lion\t0\t0\t0\n", "fr.tsv(2): 0 samples from 0 on are no part of the 2000 in fr.wav")]
    [InlineData(SoundHeader + "animals/lion\t1990\t10\t0\nanimals/birds/penguin\t1990\t11\t0\n",
        "fr.tsv(3): 11 samples from 1990 on are no part of the 2000 in fr.wav")]
    [InlineData(SoundHeader + "animals/lion\t2147483647\t2147483647\t0\n", "fr.tsv(2): 2147483647 samples from 2147483647 on are no part")]
    [InlineData(SoundHeader + "animals/lion\t0\t10\t0\nanimals/lion\t0\t10\t0\n", "fr.tsv(3): animals/lion is in line 2 already")]
    public void A_bad_row_of_recordings_is_told_with_its_line(string table, string message)
    {
        WriteSmallSet();
        Write("voices/fr.tsv", table);
        AssertFails(message);
    }

    [Fact]
    public void Files_of_another_form_are_told()
    {
        WriteSmallSet();
        Write("voices/ru.wav", "OggS");
        AssertFails("ru.wav is no WAV file");
        WriteSound("voices/ru.wav", 2, 8000);
        AssertFails("ru.wav has 2 channels at 8000 samples a second; it must have 1 at 8000");
        WriteSound("voices/ru.wav", 1, 16000);
        AssertFails("ru.wav has 1 channels at 16000 samples a second");
        WriteSound("voices/ru.wav", 1, 8000);
        Write("pictures.png", "GIF89a");
        AssertFails("pictures.png is a GIF file, and the embedded stack reads PNG only");
    }

    [Fact]
    public void A_missing_or_changed_file_is_told()
    {
        WriteSmallSet();
        using (Stamps small = Stamps.Load(Folder))
        {
            Assert.Equal(2, small.Items.Count);
            Assert.Equal("2 stamps, 7 languages", small.ToString());
            Assert.Equal(500, small.Voice(1, "fr").Length);
        }

        string expected = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("effects.wav"))));
        File.AppendAllText(PathOf("effects.wav"), "x");
        AssertFails("effects.wav has changed: SHA-256 is ");
        AssertFails($"expected {expected}; restore it with: git checkout");
        File.Delete(PathOf("effects.wav"));
        AssertFails("effects.wav is missing; restore it with: git checkout");
    }

    [Fact]
    public void Further_voices_are_read_from_a_folder()
    {
        WriteSmallSet();
        string spoken = PathOf("spoken");
        Assert.Contains("there are no voices NAME.wav in", LoadFails(spoken));
        WriteSound("spoken/robot.wav", 1, 8000);
        Assert.Contains("robot.wav has no table robot.tsv beside it", LoadFails(spoken));
        Write("spoken/robot.tsv", SoundHeader + "animals/lion\t100\t200\t7\n");
        using (Stamps stamps = Stamps.Load(Folder, spoken))
        {
            Assert.Equal([Stamps.Synthetic, "robot"], stamps.SyntheticVoices);
            Assert.Equal((200, true, false), (stamps.Voice(1, "robot").Length, stamps.IsCut(1, "robot"), stamps.HasVoice(0, "robot")));
            Assert.DoesNotContain("robot", stamps.Languages);
        }

        File.Move(Path.Combine(spoken, "robot.wav"), Path.Combine(spoken, "fr.wav"));
        File.Move(Path.Combine(spoken, "robot.tsv"), Path.Combine(spoken, "fr.tsv"));
        Assert.Contains("fr.wav: there is a voice fr already; rename the file and its table", LoadFails(spoken));

        string LoadFails(string folder) => Assert.Throws<DataSetException>(() => Stamps.Load(Folder, folder)).Message;
    }

    private static void AssertHeard(Sound sound, string what)
    {
        float[] samples = sound.Channel(0).ToArray();
        Assert.True(samples.Max(Math.Abs) > 0.15, $"{what} is too quiet");
        // The faded ends are where a cut would click.
        Assert.True(samples[..4].Concat(samples[^4..]).Max(Math.Abs) < 0.1, $"{what} clicks at an end");
    }

    private Stamp Find(string id) => Data.Items.Single(stamp => stamp.Id == id);

    private HashSet<string> Concepts(IEnumerable<int> stamps) => [.. stamps.Select(i => Data.Items[i].Concept)];

    private void WriteSmallSet()
    {
        File.WriteAllText(PathOf("stamps.tsv"), Header + Penguin + Lion);
        WritePicture("pictures.png", 40 * 48, 48, Stamps.Background);
        foreach (string name in Data.Languages.Append(Stamps.Synthetic).Select(voice => $"voices/{voice}").Append("effects"))
        {
            WriteSound($"{name}.wav", 1, 8000);
            Write($"{name}.tsv", SoundHeader + "animals/lion\t0\t500\t0\n");
        }
    }

    private void WriteSound(string name, int channels, int rate)
    {
        new Sound(new float[2000 * channels], channels, rate).Save(PathOf(name), WavEncoding.ImaAdpcm);
        WriteChecksums();
    }

    private protected override IDisposable LoadFrom(string folder) => Stamps.Load(folder);
}
