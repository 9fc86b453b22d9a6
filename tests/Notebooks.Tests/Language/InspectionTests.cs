using Notebooks.Tests.Compilation;

namespace Notebooks.Tests.Language;

public sealed class InspectionTests : LanguageTest
{
    private const string Library =
        """
        using System;
        /// <summary>Draws <see cref="int"/>s.</summary>
        class Pen
        {
            /// <summary>A thin pen.</summary>
            public Pen() { }

            /// <summary>A pen of a width.</summary>
            /// <param name="width">In <c>mm</c>.</param>
            public Pen(int width) { }

            /// <summary>Draws a line.</summary>
            /// <param name="length">How long.</param>
            /// <returns>What was drawn.</returns>
            /// <exception cref="ArgumentException">The line is too long.</exception>
            /// <remarks>Slow.</remarks>
            public string Draw(double length) => "";

            /// <summary>Draws a word.</summary>
            public string Draw(string word) => word;

            /// <inheritdoc/>
            public override string ToString() => "";
        }
        var pen = new Pen();
        """;

    [Theory]
    [InlineData("pen.Dr|aw(\"x\")", "> string Pen.Draw(string word)\n  string Pen.Draw(double length)\n\nDraws a word.")]
    [InlineData("pen.Draw(|\"x\")", "> string Pen.Draw(string word)\n  string Pen.Draw(double length)\n\nDraws a word.")]
    [InlineData("pen.Draw(\"x\"|)", "> string Pen.Draw(string word)\n  string Pen.Draw(double length)\n\nDraws a word.")]
    [InlineData("new P|en()", "> new Pen()\n  new Pen(int width)\n\nA thin pen.")]
    [InlineData("new Pen(1|)", "> new Pen(int width)\n  new Pen()\n\nA pen of a width.\n\nParameters\n  width: In mm.")]
    [InlineData("Pen other = new(|)", "> new Pen()\n  new Pen(int width)\n\nA thin pen.")]
    [InlineData("|Pen", "class Pen\n\nDraws Int32s.")]
    [InlineData("p|en", "Pen pen\n\nDraws Int32s.")]
    [InlineData("int Twice(int x) => 2 * x|;", "int x\n\nRepresents a 32-bit signed integer.")]
    [InlineData("Syst|em.Text", "namespace System")]
    [InlineData("#!ti|me", "#!time\n\nShows how long the rest of the cell takes.")]
    public async Task Names_and_calls_tell_what_they_are(string code, string expected)
    {
        await RunOk(Library);
        Assert.Equal(expected, await Plain(code));
    }

    [Theory]
    [InlineData("// pe|n")]
    [InlineData("\"pe|n\"")]
    [InlineData("|")]
    [InlineData("1 +| 1")]
    [InlineData("unkn|own")]
    [InlineData("unknown(|")]
    [InlineData("#!nonsen|se")]
    [InlineData("#!html\npe|n")]
    [InlineData("#r \"pe|n\"")]
    public async Task Where_nothing_is_known_nothing_is_said(string code)
    {
        await RunOk(Library);
        Assert.Null(await Plain(code));
    }

    [Theory]
    [InlineData("pen.Draw(1.5, |", "> string Pen.Draw(double length)")]
    [InlineData("pen.Draw(length: |", "> string Pen.Draw(double length)")]
    [InlineData("Console.WriteLine(\"{0}\", |", "> void Console.WriteLine(string format, object? arg0)")]
    [InlineData("Math.Max(1.5, |", "> double Math.Max(double val1, double val2)")]
    public async Task A_half_written_call_shows_the_overload_that_fits_so_far(string code, string expected)
    {
        await RunOk(Library);
        Assert.StartsWith(expected, await Plain(code));
    }

    [Fact]
    public async Task All_sections_are_shown_and_remarks_on_demand()
    {
        await RunOk(Library);
        const string Sections =
            "> string Pen.Draw(double length)\n  string Pen.Draw(string word)\n\nDraws a line.\n\n"
            + "Parameters\n  length: How long.\n\nReturns\n  What was drawn.\n\nExceptions\n  ArgumentException: The line is too long.";
        Assert.Equal(Sections, await Plain("pen.Draw(2.5|)"));
        Assert.Equal(Sections + "\n\nRemarks\n  Slow.", await Plain("pen.Draw(2.5|)", detail: 1));
    }

    [Fact]
    public async Task The_markdown_says_the_same()
    {
        await RunOk(Library);
        var found = await Service.InspectAsync("new Pen(1)", 9, 0, CancellationToken.None);
        Assert.Equal(
            "```csharp\n> new Pen(int width)\n  new Pen()\n```\n\nA pen of a width.\n\n**Parameters**\n\n- `width`: In `mm`.",
            found!.Markdown);
    }

    [Fact]
    public async Task Many_overloads_are_cut_in_a_tooltip_only()
    {
        Assert.Contains("// and ", await Plain("Console.WriteLine(|)"));
        Assert.DoesNotContain("// and ", await Plain("Console.WriteLine(|)", detail: 1));
    }

    [Fact]
    public async Task Documentation_is_inherited()
    {
        await RunOk(Library);
        Assert.Contains("Returns a string that represents the current object.", await Plain("pen.ToStr|ing()"));
        Assert.Contains("Represents text", await Plain("var s = \"\"; s|"));
    }

    [Theory]
    [InlineData("var v = 12.5;", "12.5")]
    [InlineData("var v = \"a\\nb\";", "\"a\\nb\"")]
    [InlineData("var v = true;", "true")]
    [InlineData("var v = 'c';", "'c'")]
    [InlineData("string v = null;", "null")]
    [InlineData("var v = DayOfWeek.Friday;", "Friday")]
    [InlineData("var v = new int[2, 3];", "Int32[2, 3]")]
    [InlineData("var v = new List<int> { 1, 2 };", "Count = 2")]
    [InlineData("int? v = 3;", "3")]
    public async Task A_variable_shows_its_present_value(string declaration, string value)
    {
        await RunOk(declaration);
        Assert.Contains($"\n\nValue: {value}\n", await Plain("v|") + "\n");
    }

    [Fact]
    public async Task A_long_text_is_cut_not_within_a_pair()
    {
        await RunOk("var v = new string('x', 79) + \"\ud83d\ude00\" + new string('x', 19);");
        Assert.Contains($"Value: \"{new string('x', 79)}\"... (100 characters)", await Plain("v|"));
    }

    [Fact]
    public async Task A_cell_looked_at_again_shows_values_and_one_changed_does_not()
    {
        await RunOk("var v = 12;");
        Assert.Contains("Value: 12", await Plain("var v| = 12;"));
        Assert.DoesNotContain("Value", await Plain("var v| = \"other\";"));
    }

    [Fact]
    public async Task Nothing_of_the_readers_runs()
    {
        await RunOk(
            """
            int runs = 0;
            class Loud : System.Collections.ICollection, IFormattable
            {
                public static Action Shout;
                public int Count { get { Shout(); return 1; } }
                public bool IsSynchronized => false;
                public object SyncRoot => this;
                public void CopyTo(Array array, int index) => Shout();
                public System.Collections.IEnumerator GetEnumerator() { Shout(); return null; }
                public override string ToString() { Shout(); return ""; }
                public string ToString(string format, IFormatProvider provider) { Shout(); return ""; }
            }
            Loud.Shout = () => runs++;
            var loud = new Loud();
            """);
        Assert.NotNull(await Plain("lou|d"));
        Assert.NotNull(await Plain("loud.Coun|t"));
        Assert.NotEmpty(await Texts("loud.|"));
        await RunOk("runs");
        Assert.Equal("0", Sink.Result);
    }

    [Fact]
    public async Task Documentation_lies_beside_an_assembly()
    {
        string name = $"Lib{Guid.NewGuid():N}";
        Build.Library(
            Path.Combine(Folder, $"{name}.dll"),
            $"namespace {name}; public class Box<T> {{ public T Get<U>(T[] item, U other) => item[0]; }}");
        File.WriteAllText(
            Path.Combine(Folder, $"{name}.xml"),
            $"""
            <?xml version="1.0"?><doc><members>
            <member name="T:{name}.Box`1"><summary>A box.</summary></member>
            <member name="M:{name}.Box`1.Get``1(`0[],``0)"><summary>Gets é.</summary></member>
            </members></doc>
            """);
        await RunOk($"#r \"{name}.dll\"\nusing {name};\nvar box = new Box<int>();");
        Assert.Equal("int Box<int>.Get<string>(int[] item, string other)\n\nGets é.", await Plain("box.Ge|t(null, \"\")"));
        Assert.Contains("A box.", await Plain("bo|x"));
    }

    private async Task<string?> Plain(string marked, int detail = 0)
    {
        var (code, cursor) = Place(marked);
        return (await Task.Run(() => Service.Inspector.Inspect(code, cursor, detail > 0, CancellationToken.None)))?.PlainText;
    }
}
