using Course.Data;

namespace Course.Tests.Data;

public sealed class AnimationSplitTests(AnimationsFixture fixture) : IClassFixture<AnimationsFixture>
{
    private IReadOnlyList<AnimatedClip> Clips => fixture.Data.Clips;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Held_out_pairs_are_whole_and_their_creature_and_action_are_known(long seed)
    {
        ClipSplit split = fixture.Data.SplitPairs(seed: seed);
        AssertParts(split, clip => (clip.Creature, clip.Action));
        Assert.Equal((160, 240), (split.Validation.Count, split.Test.Count));
        AssertKnown(split, clip => clip.Creature);
        AssertKnown(split, clip => clip.Action);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Held_out_family_pairs_leave_no_look_alike_in_training(long seed)
    {
        ClipSplit split = fixture.Data.SplitFamilyPairs(seed: seed);
        AssertParts(split, clip => (clip.Family, clip.Action));
        AssertKnown(split, clip => clip.Creature);
        AssertKnown(split, clip => clip.Action);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Held_out_creatures_are_whole_families_whose_actions_are_known(long seed)
    {
        ClipSplit split = fixture.Data.SplitCreatures(seed: seed);
        AssertParts(split, clip => clip.Family);
        Assert.Equal((2, 2), (Families(split.Validation), Families(split.Test)));
        AssertKnown(split, clip => clip.Action);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        Assert.Equal(fixture.Data.SplitPairs().Test, fixture.Data.SplitPairs(30, 20, seed: 1).Test);
        Assert.NotEqual(fixture.Data.SplitPairs().Test, fixture.Data.SplitPairs(seed: 2).Test);
        Assert.Equal("1200 clips to train, 160 to validate, 240 to test", fixture.Data.SplitPairs().ToString());
    }

    [Fact]
    public void Too_many_groups_are_refused()
    {
        Assert.StartsWith("10 + 2 of 11 groups cannot be held out: without more than",
            Assert.Throws<ArgumentException>(() => fixture.Data.SplitCreatures(test: 10)).Message, StringComparison.Ordinal);
        Assert.Contains("-1 groups to test and 20 to validate",
            Assert.Throws<ArgumentException>(() => fixture.Data.SplitPairs(test: -1)).Message, StringComparison.Ordinal);
    }

    private int Families(IEnumerable<int> part) => part.Select(i => Clips[i].Family).Distinct().Count();

    /// <summary>Each clip is in one part, and each group of clips is in one part as a whole.</summary>
    private void AssertParts<TGroup>(ClipSplit split, Func<AnimatedClip, TGroup> group) where TGroup : notnull
    {
        Assert.Equal(Enumerable.Range(0, Clips.Count), split.Train.Concat(split.Validation).Concat(split.Test).Order());
        Assert.All(new[] { split.Train, split.Validation, split.Test }, part => Assert.Equal(part.Order(), part));
        var partsOfGroup = new[] { split.Train, split.Validation, split.Test }
            .SelectMany((part, number) => part.Select(i => (Group: group(Clips[i]), Number: number))).Distinct();
        Assert.All(partsOfGroup.GroupBy(entry => entry.Group), entries => Assert.Single(entries));
    }

    /// <summary>Training has at least half of the clips of whatever is held out.</summary>
    private void AssertKnown(ClipSplit split, Func<AnimatedClip, string> fact)
    {
        foreach (string held in split.Validation.Concat(split.Test).Select(i => fact(Clips[i])).Distinct())
            Assert.True(split.Train.Count(i => fact(Clips[i]) == held) * 2 >= Clips.Count(clip => fact(clip) == held), held);
    }
}
