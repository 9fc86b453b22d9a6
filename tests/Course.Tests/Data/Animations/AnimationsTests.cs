using System.Security.Cryptography;
using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class AnimationsFixture : IDisposable
{
    public Animations Data { get; } = Animations.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class AnimationsTests(AnimationsFixture fixture) : DataSetTest, IClassFixture<AnimationsFixture>
{
    private const string Header = "creature\tfamily\taction\tphrase\tdirection\tframes\tmilliseconds\tplays\tsource\n";
    private const string CatRuns = "black cat\tcat\trun\truns\twest\t4\t400\tlooped\tcat.txt\n";
    private const string CatDies = "black cat\tcat\tdie\tdies\teast\t8\t533\tplay once\tcat.txt\n";

    [Fact]
    public void Has_the_promised_clips()
    {
        Animations data = fixture.Data;
        Assert.Equal((1600, 36, 9616), (data.Clips.Count, data.Creatures.Count, data.Clips.Sum(clip => clip.Frames)));
        Assert.Equal(11, data.Clips.Select(clip => clip.Family).Distinct().Count());
        Assert.Equal(["stance", "run", "die", "swing", "cast", "critdie", "shoot", "hit", "spawn", "block"], data.Actions);
        Assert.Equal(Enumerable.Range(0, 1600), data.Clips.Select(clip => clip.Index));
        Assert.All(data.Clips.GroupBy(clip => (clip.Creature, clip.Action)),
            pair => Assert.Equal(data.Directions, pair.Select(clip => clip.Direction)));
        Assert.All(data.Clips, clip => Assert.InRange(clip.FramesPerSecond, 3, 31));
        Assert.Equal("1600 clips of 36 creatures", data.ToString());
    }

    [Fact]
    public void The_readme_counts_what_is_there()
    {
        string readme = File.ReadAllText(Path.Combine(DataSetFolder.Find("animations").Root, "README.md"));
        foreach (var group in fixture.Data.Clips.GroupBy(clip => clip.Action))
            Assert.Contains($"| {group.Key} | {group.First().Phrase} | {group.Count()} |", readme, StringComparison.Ordinal);
        foreach (var group in fixture.Data.Clips.GroupBy(clip => clip.Family))
            Assert.Contains(
                $"| {group.Key} | {group.Count()} | {string.Join(", ", group.Select(clip => clip.Creature).Distinct())} |", readme,
                StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_says_what_it_shows()
    {
        AnimatedClip clip = Find("skeleton mage", "cast", "southwest");
        Assert.Equal("skeleton mage casts a spell, facing southwest", clip.ToString());
        Assert.Equal(("skeleton", 4, 10, ClipPlay.Once), (clip.Family, clip.Frames, clip.FramesPerSecond, clip.Plays));
        Assert.Equal("fantasycore/animations/enemies: skeleton_mage", clip.Source);
        Assert.Equal(ClipPlay.BackAndForth, Find("goblin", "stance", "east").Plays);
        Assert.Equal(ClipPlay.Looped, Find("goblin", "run", "east").Plays);
    }

    [Fact]
    public void Every_clip_moves_and_no_two_clips_of_a_creature_are_the_same()
    {
        var known = new HashSet<string>();
        foreach (AnimatedClip clip in fixture.Data.Clips)
        {
            Tensor video = fixture.Data.Video(clip.Index);
            Assert.Equal([clip.Frames, 3, 48, 48], video.shape);
            Assert.Equal(ScalarType.Byte, video.dtype);
            byte[] bytes = video.data<byte>().ToArray();
            string[] frames = [.. bytes.Chunk(3 * 48 * 48).Select(frame => Convert.ToHexString(SHA256.HashData(frame)))];
            Assert.True(frames.Distinct().Count() > 1, $"{clip} stands still");
            Assert.True(known.Add(clip.Creature + string.Join("", frames)), $"{clip} is there twice");
        }
    }

    [Theory]
    [InlineData("zombie", "run")]
    [InlineData("dark zombie", "run")]
    public void Who_faces_west_leans_to_the_left(string creature, string action) =>
        Assert.True(MeanColumn(Find(creature, action, "west")) < MeanColumn(Find(creature, action, "east")) - 3);

    [Theory]
    [InlineData("zombie")]
    [InlineData("knight")]
    [InlineData("great wyvern")]
    public void Who_dies_ends_on_the_ground(string creature)
    {
        foreach (AnimatedClip clip in fixture.Data.Clips.Where(clip => clip.Creature == creature && clip.Action == "die"))
        {
            IReadOnlyList<Picture> frames = fixture.Data.Animation(clip.Index).Frames;
            Assert.True(Top(frames[^1]) > Top(frames[0]) + 5, $"{clip}: {Top(frames[0])} to {Top(frames[^1])}");
        }
    }

    [Fact]
    public void The_animation_shows_the_video_at_the_games_speed()
    {
        AnimatedClip clip = Find("minotaur", "block", "south");
        Animation animation = fixture.Data.Animation(clip.Index);
        Assert.Equal((8, clip.FramesPerSecond), (animation.Frames.Count, animation.FramesPerSecond));
        byte[] planes = fixture.Data.Video(clip.Index).data<byte>().ToArray();
        for (int y = 0; y < 48; y++)
            for (int x = 0; x < 48; x++)
            {
                int at = (5 * 3 * 48 * 48) + (y * 48) + x;
                Assert.Equal(new Rgb(planes[at], planes[at + (48 * 48)], planes[at + (2 * 48 * 48)]), animation.Frames[5][x, y]);
            }

        Assert.Equal(Animations.Background, animation.Frames[0][0, 0]);
    }

    [Fact]
    public void An_unknown_clip_is_told() =>
        Assert.Contains("there is no clip 1600; they run from 0 to 1599",
            Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Data.Video(1600)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("creature\taction\n", "clips.tsv(1): the header must be creature, family, action, phrase, direction, frames,")]
    [InlineData("", "clips.tsv(1): the header must be")]
    [InlineData(Header, "clips.tsv: there are no rows below the header")]
    [InlineData(Header + "black cat\tcat\trun\n", "clips.tsv(2): 3 cells, but there are 9 columns")]
    [InlineData(Header + CatRuns + "black cat\t \tdie\tdies\teast\t8\t533\tplay once\tx\n", "clips.tsv(3): the family is empty")]
    [InlineData(Header + "cat\tcat\trun\truns\tup\t4\t400\tlooped\tx\n", "clips.tsv(2): there is no direction \"up\"; there are west,")]
    [InlineData(Header + "cat\tcat\trun\truns\twest\t9\t400\tlooped\tx\n", "(2): the frames must be a whole number from 1 to 8, not \"9\"")]
    [InlineData(Header + "cat\tcat\trun\truns\twest\t4\t0\tlooped\tx\n", "(2): the milliseconds must be a whole number from 1 to 60000")]
    [InlineData(Header + "cat\tcat\trun\truns\twest\t4\t400\tlooped twice\tx\n", "clips.tsv(2): a clip plays \"play once\",")]
    [InlineData(Header + CatRuns + CatDies + CatRuns, "clips.tsv(4): black cat, run, west is there already, in")]
    public void A_bad_row_is_told_with_its_line(string table, string message)
    {
        Write("clips.tsv", table);
        AssertFails(message);
    }

    [Fact]
    public void A_sheet_that_is_missing_damaged_or_of_the_wrong_size_is_told()
    {
        Write("clips.tsv", Header + CatRuns + CatDies);
        WriteSheet(8 * 48, 48);
        AssertFails("black-cat.png has 384 x 48 pixels; 2 clips of up to 8 frames of 48 x 48 need 384 x 96");
        WriteSheet(8 * 48, 96);
        using (Animations small = Animations.Load(Folder))
        {
            Assert.Equal("black cat", Assert.Single(small.Creatures));
            Assert.Equal([4, 3, 48, 48], small.Video(0).shape);
            Assert.Equal([8, 3, 48, 48], small.Video(1).shape);
        }

        Write("sheets/black-cat.png", "GIF89a");
        AssertFails("black-cat.png is a GIF file, and the embedded stack reads PNG only");
        File.AppendAllText(PathOf("sheets/black-cat.png"), "x");
        AssertFails("black-cat.png has changed: SHA-256 is");
        File.Delete(PathOf("sheets/black-cat.png"));
        AssertFails("black-cat.png is missing; restore it with: git checkout");
    }

    private static double MeanColumn(IEnumerable<(int X, int Y)> drawn) => drawn.Average(pixel => pixel.X);

    private static int Top(Picture frame) => Drawn(frame).Min(pixel => pixel.Y);

    private static IEnumerable<(int X, int Y)> Drawn(Picture frame) =>
        from y in Enumerable.Range(0, 48) from x in Enumerable.Range(0, 48) where frame[x, y] != Animations.Background select (x, y);

    /// <summary>Above the legs, where no shadow falls.</summary>
    private double MeanColumn(AnimatedClip clip) =>
        MeanColumn(fixture.Data.Animation(clip.Index).Frames.SelectMany(Drawn).Where(pixel => pixel.Y < 28));

    private AnimatedClip Find(string creature, string action, string direction) => fixture.Data.Clips.Single(
        clip => clip.Creature == creature && clip.Action == action && clip.Direction == direction);

    private void WriteSheet(int width, int height)
    {
        WritePicture("sheets/black-cat.png", width, height, Animations.Background);
    }

    private protected override IDisposable LoadFrom(string folder) => Animations.Load(folder);
}
