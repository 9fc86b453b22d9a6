using Course.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Data;

public sealed class SplitsTests
{
    private static readonly long[] Labels = Enumerable.Range(0, 1000).Select(i => (long)((i * 7) % 10)).ToArray();

    [Fact]
    public void Shares_hold_in_every_class()
    {
        long[][] parts = Splits.Stratified(Labels, [0.7, 0.2], seed: 3);
        Assert.Equal([700, 200], parts.Select(part => part.Length));
        foreach (long[] part in parts)
            Assert.All(part.GroupBy(i => Labels[i]), group => Assert.Equal(part.Length / 10, group.Count()));
    }

    [Fact]
    public void Counts_are_kept_exactly()
    {
        long[] uneven = [.. Enumerable.Repeat(0L, 7), .. Enumerable.Repeat(1L, 5), .. Enumerable.Repeat(2L, 88)];
        long[][] parts = Splits.Stratified(uneven, [33, 10, 57], seed: 1);
        Assert.Equal([33, 10, 57], parts.Select(part => part.Length));
        Assert.Equal(100, parts.SelectMany(part => part).Distinct().Count());
        Assert.InRange(parts[0].Count(i => uneven[i] == 2), 28, 30);
    }

    [Fact]
    public void Any_labels_give_disjoint_parts()
    {
        Prop.ForAll(Gen.Choose(0, 4).Select(x => (long)x).ListOf().ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (labels, seed) =>
        {
            long[][] shares = Splits.Stratified(labels.ToArray(), [0.5, 0.3, 0.2], seed);
            long[][] counts = Splits.Stratified(labels.ToArray(), [labels.Count / 3, labels.Count / 4], seed);
            return shares.Sum(part => part.Length) == labels.Count
                && shares.SelectMany(part => part).Distinct().Count() == labels.Count
                && counts[0].Length == labels.Count / 3 && counts[1].Length == labels.Count / 4
                && !counts[0].Intersect(counts[1]).Any();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        Assert.Equal(Splits.Stratified(Labels, [0.5, 0.5], 5)[0], Splits.Stratified(Labels, [0.5, 0.5], 5)[0]);
        Assert.NotEqual(Splits.Stratified(Labels, [0.5, 0.5], 5)[0], Splits.Stratified(Labels, [0.5, 0.5], 6)[0]);
        // Stays the same for ever: the figures of the notebooks rest on it.
        Assert.Equal([104, 120, 159, 282, 633], Splits.Stratified(Labels, [0.01], 1)[0].Take(5));
    }

    [Fact]
    public void Impossible_parts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Splits.Stratified(Labels, [0.7, 0.4], 1));
        Assert.Throws<ArgumentException>(() => Splits.Stratified(Labels, [900, 200], 1));
        Assert.Throws<ArgumentException>(() => Splits.Stratified(Labels, [-0.1], 1));
    }
}
