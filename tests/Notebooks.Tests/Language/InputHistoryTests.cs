using Notebooks.Language;

namespace Notebooks.Tests.Language;

public sealed class InputHistoryTests
{
    private readonly InputHistory history = new();

    public InputHistoryTests()
    {
        string[] inputs = ["a = 1", "b = 2\nb", "a = 1", "print [x]", "B"];
        for (int index = 0; index < inputs.Length; index++)
        {
            history.Add(index + 1, inputs[index], index == 1 ? "2" : null);
        }
    }

    [Theory]
    [InlineData(2, new[] { 4, 5 })]
    [InlineData(0, new int[0])]
    [InlineData(-1, new int[0])]
    [InlineData(99, new[] { 1, 2, 3, 4, 5 })]
    public void The_tail_is_the_last_cells_oldest_first(int count, int[] cells)
    {
        Assert.Equal(cells, history.Tail(count).Select(entry => entry.Cell));
    }

    [Theory]
    [InlineData(0, 2, 4, new[] { 2, 3 })]
    [InlineData(1, 4, null, new[] { 4, 5 })]
    [InlineData(0, 4, 0, new[] { 4, 5 })]
    [InlineData(0, -2, null, new[] { 4, 5 })]
    [InlineData(0, 0, -3, new[] { 1, 2 })]
    [InlineData(0, int.MinValue, int.MaxValue, new[] { 1, 2, 3, 4, 5 })]
    [InlineData(-1, 1, 4, new int[0])]
    [InlineData(2, 1, 4, new int[0])]
    public void A_range_stops_before_its_end(int session, int start, int? stop, int[] cells)
    {
        Assert.Equal(cells, history.Range(session, start, stop).Select(entry => entry.Cell));
    }

    [Theory]
    [InlineData("a*", new[] { 1, 3 })]
    [InlineData("*b", new[] { 2 })]
    [InlineData("?", new[] { 5 })]
    [InlineData("[A-C]", new[] { 5 })]
    [InlineData("[!a]*", new[] { 2, 4, 5 })]
    [InlineData("*[[]x]", new[] { 4 })]
    [InlineData("print [x]", new int[0])]
    [InlineData("*[", new int[0])]
    [InlineData("a", new int[0])]
    [InlineData("*", new[] { 1, 2, 3, 4, 5 })]
    public void A_search_is_a_glob_over_the_whole_text(string pattern, int[] cells)
    {
        Assert.Equal(cells, history.Search(pattern).Select(entry => entry.Cell));
    }

    [Fact]
    public void A_search_can_be_short_and_without_repeats()
    {
        Assert.Equal([2, 3], history.Search("* = *", unique: true).Select(entry => entry.Cell));
        Assert.Equal([3], history.Search("* = *", count: 1).Select(entry => entry.Cell));
        Assert.Equal([2, 3], history.Search("* = *", count: 2, unique: true).Select(entry => entry.Cell));
    }

    [Fact]
    public void An_entry_holds_what_was_run()
    {
        Assert.Equal(new HistoryEntry(1, 2, "b = 2\nb", "2"), history.Range(0, 2, 3).Single());
    }

    [Fact]
    public void The_oldest_are_dropped_in_the_end()
    {
        for (int cell = 6; cell <= 10_003; cell++)
        {
            history.Add(cell, "x", null);
        }

        Assert.Equal(10_000, history.Tail(int.MaxValue).Count);
        Assert.Equal(4, history.Tail(int.MaxValue)[0].Cell);
    }

    [Fact]
    public void Any_text_is_a_pattern()
    {
        foreach (string pattern in new[] { "", "[", "[]", "[!", "[!]", "[]]", "[z-a]", "[^]", "\\", "(", "[a-", "[\\]" })
        {
            Assert.Empty(history.Search(pattern));
        }
    }
}
