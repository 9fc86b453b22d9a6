using System.Security.Cryptography;
using Course.Audio;
using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class BattlesFixture : IDisposable
{
    public Battles Data { get; } = Battles.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class BattlesTests(BattlesFixture fixture) : DataSetTest, IClassFixture<BattlesFixture>
{
    private const string UnitHeader = "id\tname\tform\trace\tline\tlevel\talignment\tdescription\tsource\n";
    private const string ClipHeader = "unit\taction\tphrase\tweapon\tdamage\trange\tfacing\tmilliseconds\tsound\n";
    private const string Cat = "Cat\tCat\t-\tfeline\tKitten\t0\tchaotic\tIt sleeps.\tcats.cfg\n";
    private const string CatAttacks = "Cat\tattack\tattacks with its claws\tclaws\tblade\tmelee\tsoutheast\t50|60|70|20\tmew\n";
    private const string CatStands = "Cat\tstanding\tstands\t-\t-\t-\tsouth\t100|100|100|100|100\t-\n";

    [Fact]
    public void Has_the_promised_units_and_clips()
    {
        Battles data = fixture.Data;
        Assert.Equal((516, 247, 19, 67), (data.Clips.Count, data.Units.Count, data.Races.Count, data.SoundNames.Count));
        Assert.Equal(["attack", "death", "idle", "standing"], data.Actions);
        Assert.Equal(Enumerable.Range(0, 516), data.Clips.Select(clip => clip.Index));
        Assert.Equal(Enumerable.Range(0, 247), data.Units.Select(unit => unit.Index));
        Assert.Equal(data.Units, data.Clips.Select(clip => clip.Unit).Distinct());
        Assert.All(data.Clips, clip => Assert.InRange(clip.Frames, 4, 16));
        Assert.All(data.Units, unit => Assert.True(unit.Description.Split(' ').Length > 5, unit.Id));
        Assert.Equal("516 clips of 247 units", data.ToString());
    }

    [Fact]
    public void The_readme_counts_what_is_there()
    {
        string readme = File.ReadAllText(Path.Combine(DataSetFolder.Find("battles").Root, "README.md"));
        foreach (var group in fixture.Data.Clips.GroupBy(clip => clip.Action))
            Assert.Contains($" | {group.Count()} | {group.Count(clip => clip.HasSound)} |", readme, StringComparison.Ordinal);
        foreach (var group in fixture.Data.Clips.GroupBy(clip => clip.Race))
            Assert.Contains(
                $"| {group.Key} | {group.Select(clip => clip.Unit).Distinct().Count()} | {group.Count()} |", readme,
                StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_says_what_it_shows()
    {
        BattleClip clip = fixture.Data.Clips.First(clip => clip.Unit.Id == "Elvish Marksman (female)" && clip.Weapon == "longbow");
        Assert.Equal("Elvish Marksman (female) attacks with its longbow", clip.ToString());
        Assert.Equal(("elf", "pierce", "ranged", "southeast"), (clip.Race, clip.Damage, clip.Range, clip.Facing));
        Assert.Equal(("Elvish Marksman", "female", "Elvish Archer", 2), (clip.Unit.Name, clip.Unit.Form, clip.Unit.Line, clip.Unit.Level));
        Assert.Contains("bow", clip.Unit.Description, StringComparison.Ordinal);
        Assert.Equal(1000.0 * clip.Frames / clip.Milliseconds.Sum(), clip.FramesPerSecond);
        Assert.All(
            fixture.Data.Clips.Where(other => other.Action != "attack"),
            other => Assert.Equal("", other.Weapon + other.Damage + other.Range));
    }

    [Fact]
    public void Every_clip_has_at_least_four_different_pictures()
    {
        var known = new HashSet<string>();
        foreach (BattleClip clip in fixture.Data.Clips)
        {
            Tensor video = fixture.Data.Video(clip.Index);
            Assert.Equal([clip.Frames, 3, 48, 48], video.shape);
            Assert.Equal(ScalarType.Byte, video.dtype);
            byte[] bytes = video.data<byte>().ToArray();
            string[] frames = [.. bytes.Chunk(3 * 48 * 48).Select(frame => Convert.ToHexString(SHA256.HashData(frame)))];
            Assert.True(frames.Distinct().Count() >= 4, $"{clip} has {frames.Distinct().Count()} different pictures");
            Assert.True(known.Add(clip.Unit.Id + string.Join("", frames)), $"{clip} is there twice");
        }
    }

    [Fact]
    public void Attacks_and_deaths_are_heard()
    {
        foreach (BattleClip clip in fixture.Data.Clips)
        {
            Assert.Equal(clip.Action is "attack" or "death", clip.HasSound);
            Sound? sound = fixture.Data.Sound(clip.Index);
            Assert.Equal(clip.HasSound, sound is not null);
            if (sound is null) continue;
            Assert.Equal((1, Battles.SampleRate), (sound.Channels, sound.Rate));
            Assert.InRange(sound.Duration.TotalSeconds, 0.1, 3);
            Assert.InRange(sound.Channel(0).ToArray().Max(Math.Abs), 0.8f, 1f);
        }

        int[] swords = [.. fixture.Data.Clips.Where(clip => clip.SoundName == "sword-1").Select(clip => clip.Index)];
        Assert.Same(fixture.Data.Sound(swords[0]), fixture.Data.Sound(swords[1]));
    }

    [Fact]
    public void The_side_is_shown_in_red_not_in_magenta()
    {
        int red = 0, magenta = 0;
        foreach (BattleClip clip in fixture.Data.Clips.Where(clip => clip.Race is "human" or "orc"))
        {
            Picture frame = fixture.Data.Animation(clip.Index).Frames[0];
            for (int y = 0; y < Battles.Side; y++)
                for (int x = 0; x < Battles.Side; x++)
                {
                    Rgb pixel = frame[x, y];
                    if (pixel.R > 150 && pixel.G < 60 && pixel.B < 60) red++;
                    if (pixel.R > 150 && pixel.G < 60 && pixel.B > 100) magenta++;
                }
        }

        Assert.True(red > 1000 && magenta == 0, $"{red} red pixels, {magenta} magenta ones");
    }

    [Fact]
    public void The_animation_shows_the_video()
    {
        Animation animation = fixture.Data.Animation(10);
        byte[] planes = fixture.Data.Video(10).data<byte>().ToArray();
        Assert.Equal(fixture.Data.Clips[10].Frames, animation.Frames.Count);
        int at = (2 * 3 * 48 * 48) + (20 * 48) + 24;
        Assert.Equal(new Rgb(planes[at], planes[at + (48 * 48)], planes[at + (2 * 48 * 48)]), animation.Frames[2][24, 20]);
        Assert.Equal(Battles.Background, animation.Frames[0][0, 47]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Held_out_units_are_whole_lines_and_their_actions_and_races_are_known(long seed)
    {
        IReadOnlyList<BattleClip> clips = fixture.Data.Clips;
        ClipSplit split = fixture.Data.SplitUnits(seed: seed);
        IReadOnlyList<int>[] parts = [split.Train, split.Validation, split.Test];
        Assert.Equal(Enumerable.Range(0, clips.Count), parts.SelectMany(part => part).Order());
        string[][] lines = [.. parts.Select(part => part.Select(i => clips[i].Unit.Line).Distinct().ToArray())];
        Assert.Equal((8, 12), (lines[1].Length, lines[2].Length));
        Assert.Empty(lines[0].Intersect(lines[1]).Concat(lines[0].Intersect(lines[2])).Concat(lines[1].Intersect(lines[2])));
        foreach (Func<BattleClip, string> fact in new Func<BattleClip, string>[] { clip => clip.Action, clip => clip.Race })
            foreach (var all in clips.GroupBy(fact))
                Assert.True(split.Train.Count(i => fact(clips[i]) == all.Key) * 2 >= all.Count(), all.Key);

        Assert.Equal(split.Test, fixture.Data.SplitUnits(seed: seed).Test);
        Assert.NotEqual(split.Test, fixture.Data.SplitUnits(seed: seed + 1).Test);
    }

    [Fact]
    public void An_unknown_clip_is_told() =>
        Assert.Contains("there is no clip -1; they run from 0 to 515",
            Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Data.Sound(-1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", ClipHeader, "units.tsv(1): the header must be id, name, form, race, line, level, alignment, description, source")]
    [InlineData(UnitHeader, ClipHeader, "units.tsv: there are no rows below the header")]
    [InlineData(UnitHeader + "Cat\tCat\t-\tfeline\tKitten\tnone\tchaotic\tx\tx\n", ClipHeader, "units.tsv(2): the level must be a whole")]
    [InlineData(UnitHeader + Cat + Cat, ClipHeader, "units.tsv(3): Cat is in line 2 already")]
    [InlineData(UnitHeader + Cat, "unit\n", "clips.tsv(1): the header must be unit, action,")]
    [InlineData(UnitHeader + Cat, ClipHeader + "Dog\tattack\tx\t-\t-\t-\tsouth\t50\t-\n", "clips.tsv(2): there is no unit Dog")]
    [InlineData(UnitHeader + Cat, ClipHeader + CatAttacks + "Cat\tattack\n", "clips.tsv(3): 2 cells, but there are 9 columns")]
    [InlineData(UnitHeader + Cat, ClipHeader + "Cat\tattack\tx\t-\t-\t-\tsouth\t50|x\t-\n", "(2): the milliseconds must be a whole number")]
    [InlineData(UnitHeader + Cat, ClipHeader + "Cat\tidle\tx\t-\t-\t-\tsouth\t1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1\t-\n",
        "clips.tsv(2): 17 frames, and 16 are the most")]
    public void A_bad_row_is_told_with_its_line(string units, string clips, string message)
    {
        Write("units.tsv", units);
        Write("clips.tsv", clips);
        AssertFails(message);
    }

    [Fact]
    public void A_sheet_or_sound_that_is_missing_damaged_or_of_the_wrong_size_is_told()
    {
        WriteCat();
        WriteSheet(16 * 48, 48);
        AssertFails("feline.png has 768 x 48 pixels; 2 clips of up to 16 frames of 48 x 48 need 768 x 96");
        WriteSheet(16 * 48, 96);
        using (Battles small = Battles.Load(Folder))
        {
            Assert.Equal([5, 3, 48, 48], small.Video(1).shape);
            Assert.Null(small.Sound(1));
            AssertHasNoSound(small, "has no file sounds/mew.wav");
        }

        Write("sounds/mew.wav", "purr");
        using (Battles small = Battles.Load(Folder))
            AssertHasNoSound(small, "mew.wav is no WAV file");
        File.AppendAllText(PathOf("sheets/feline.png"), "x");
        AssertFails("feline.png has changed: SHA-256 is");
        File.Delete(PathOf("sheets/feline.png"));
        AssertFails("feline.png is missing; restore it with: git checkout");
    }

    private static void AssertHasNoSound(Battles battles, string message) =>
        Assert.Contains(message, Assert.Throws<DataSetException>(() => battles.Sound(0)).Message, StringComparison.Ordinal);

    private void WriteCat()
    {
        Write("units.tsv", UnitHeader + Cat);
        Write("clips.tsv", ClipHeader + CatAttacks + CatStands);
    }

    private void WriteSheet(int width, int height)
    {
        WritePicture("sheets/feline.png", width, height, Battles.Background);
    }

    private protected override IDisposable LoadFrom(string folder) => Battles.Load(folder);
}
