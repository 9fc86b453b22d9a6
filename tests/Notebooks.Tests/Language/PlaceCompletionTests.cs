using Notebooks.Language;

namespace Notebooks.Tests.Language;

/// <summary>Places that ask for something in particular.</summary>
public sealed class PlaceCompletionTests : LanguageTest
{
    private const string Declarations =
        """
        enum Colour { Red, Green }
        class Pen
        {
            public Colour Colour { get; set; }
            public int Width { get; init; }
            public int Length => 1;
            public Pen Next { get; set; }
        }
        record Point(int X, int Y);
        void Draw(int width, Colour colour = Colour.Red, bool fill = false) { }
        var pen = new Pen();
        """;

    [Theory]
    [InlineData("pen.Colour == |")]
    [InlineData("Colour own = |")]
    [InlineData("pen.Colour = |")]
    [InlineData("Draw(1, |")]
    [InlineData("Draw(1, colour: |")]
    [InlineData("switch (pen.Colour) { case |")]
    [InlineData("var text = pen.Colour switch { |")]
    [InlineData("pen.Colour is |")]
    public async Task Where_an_enumeration_is_expected_its_members_come_first(string code)
    {
        await RunOk(Declarations);
        Assert.Equal(["Colour.Green", "Colour.Red"], (await Texts(code)).Take(2));
    }

    [Theory]
    [InlineData("pen.Colour == Gr|")]
    [InlineData("pen.Colour == Colour.g|")]
    public async Task A_member_is_found_by_its_own_name_too(string code)
    {
        await RunOk(Declarations);
        Assert.Contains((await Texts(code))[0], new[] { "Colour.Green", "Green" });
    }

    [Fact]
    public async Task The_names_of_arguments_not_given_yet_are_offered()
    {
        await RunOk(Declarations);
        Assert.Equal(["colour:", "fill:", "width:"], (await Texts("Draw(|")).Where(text => text.EndsWith(':')));
        Assert.Equal(["fill:"], (await Texts("Draw(1, colour: Colour.Red, |")).Where(text => text.EndsWith(':')));
        Assert.Equal(["X:", "Y:"], (await Texts("new Point(|)")).Where(text => text.EndsWith(':')));
        Assert.Equal("bool fill = false", (await Complete("Draw(1, fil|")).Items[0].Signature);
    }

    [Theory]
    [InlineData("new Pen { |", new[] { "Colour", "Next", "Width" })]
    [InlineData("new Pen { Width = 1, |", new[] { "Colour", "Next" })]
    [InlineData("new Pen { Next = { |", new[] { "Colour", "Next", "Width" })]
    [InlineData("new Pen { wi|", new[] { "Width" })]
    [InlineData("Pen own = new() { |", new[] { "Colour", "Next", "Width" })]
    [InlineData("pen is { |", new[] { "Colour", "Length", "Next", "Width" })]
    [InlineData("pen is { Width: 1, |", new[] { "Colour", "Length", "Next" })]
    [InlineData("new Point(1, 2) with { |", new[] { "X", "Y" })]
    public async Task Initializers_and_patterns_name_what_they_can_set_or_test(string code, string[] expected)
    {
        await RunOk(Declarations);
        Assert.Equal(expected, (await Texts(code)).Except(["EqualityContract"]));
    }

    [Fact]
    public async Task A_collections_initializer_takes_values_as_well()
    {
        await RunOk("var item = 1;");
        string[] texts = await Texts("new List<int> { |");
        Assert.Equal("Capacity", texts[0]);
        Assert.Contains("item", texts);
    }

    [Fact]
    public async Task A_string_for_a_path_completes_files()
    {
        File.WriteAllText(Path.Combine(Folder, "data.csv"), "");
        Directory.CreateDirectory(Path.Combine(Folder, "deep"));
        File.WriteAllText(Path.Combine(Folder, "deep", "more.txt"), "");
        var list = await Complete("System.IO.File.ReadAllText(\"d|\")");
        Assert.Equal(
            [("data.csv", CompletionKind.File), ("deep/", CompletionKind.Folder)],
            list.Items.Select(item => (item.Text, item.Kind)));
        Assert.Equal((28, 29), (list.Start, list.End));
        Assert.Equal(["more.txt"], await Texts("System.IO.File.ReadAllText(\"deep/|"));
        Assert.Empty(await Texts("Console.WriteLine(\"d|\")"));
    }

    [Fact]
    public async Task Documentation_comes_with_an_item()
    {
        await RunOk("/// <summary>Adds <c>1</c> to <paramref name=\"x\"/>.</summary>\nint Increment(int x) => x + 1;");
        Assert.Equal("Adds 1 to x.", (await Complete("Incr|")).Items[0].Documentation);
        var console = (await Complete("Consol|")).Items.First(item => item.Text == "Console");
        Assert.StartsWith("Represents the standard input", console.Documentation);
    }
}
