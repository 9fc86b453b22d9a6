using System.Text.Json.Nodes;
using Notebooks.Tests.Compilation;
using Notebooks.Tests.Session;

namespace Notebooks.Tests.Display;

public sealed class DisplayTests : SessionTest
{
    // What a library without any reference to the formatter does: an attribute known by its name alone.
    private const string DuckTyped =
        """
        internal sealed class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; } = [];
        }
        internal sealed class FigureFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() =>
            [
                new Writer("application/vnd.plotly.v1+json", "{\"data\":[{\"y\":[1,2]}]}"),
                new Writer("image/svg+xml", "<svg/>"),
                new Writer("text/plain", "Figure"),
            ];
        }
        internal sealed class Writer(string mimeType, string text)
        {
            public string MimeType => mimeType;
            public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text); return true; }
        }
        [TypeFormatterSource(
            typeof(FigureFormatters),
            PreferredMimeTypes = ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"])]
        public class Figure { }
        public sealed class LineFigure : Figure { }
        """;

    [Theory]
    [InlineData("new Figure()")]
    [InlineData("new LineFigure()")]
    public async Task A_type_that_names_its_formatters_is_shown_in_all_its_mime_types(string value)
    {
        await RunOk(DuckTyped + "\n" + value);
        var data = Assert.Single(Sink.Results).Data;
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], data.Keys);
        Assert.Equal(2, (int?)Assert.IsType<JsonObject>(data["application/vnd.plotly.v1+json"])["data"]![0]!["y"]![1]);
        Assert.Equal("<svg/>", data["image/svg+xml"].GetValue<string>());
        Assert.Equal("Figure", data["text/plain"].GetValue<string>());
    }

    [Fact]
    public async Task Text_is_always_there()
    {
        await RunOk("HTML(\"<b>x</b>\")");
        var data = Assert.Single(Sink.Results).Data;
        Assert.Equal("<b>x</b>", data["text/html"].GetValue<string>());
        Assert.True(data.ContainsKey("text/plain"));
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("\"a < b\"", "a < b")]
    [InlineData("1.5f", "1.5")]
    [InlineData("new[] { 1, 2 }", "[ 1, 2 ]")]
    public async Task Plain_values_are_text_alone(string code, string text)
    {
        await RunOk(code);
        Assert.Equal(["text/plain"], Assert.Single(Sink.Results).Data.Keys);
        Assert.Equal(text, Sink.Result);
    }

    [Fact]
    public async Task Structured_values_are_tables()
    {
        await RunOk("new Dictionary<string, int> { [\"a\"] = 1 }");
        Assert.Contains("<table>", Assert.Single(Sink.Results).Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task Values_are_shown_from_anywhere_in_a_cell()
    {
        await RunOk(
            """
            display(1);
            "two".Display();
            "<i>3</i>".DisplayAs("text/html");
            display("4", "text/html");
            Console.WriteLine(5);
            """);
        Assert.Equal(["display", "display", "display", "display", "stdout"], Sink.Calls.Select(call => call.Kind));
        Assert.Equal("1", RecordingSink.Plain(Sink.Displays[0]));
        Assert.Equal("two", RecordingSink.Plain(Sink.Displays[1]));
        Assert.Equal("<i>3</i>", Sink.Displays[2].Data["text/html"].GetValue<string>());
        Assert.True(Sink.Displays[3].Data.ContainsKey("text/html"));
        Assert.All(Sink.Displays, bundle => Assert.NotNull(bundle.DisplayId));
    }

    [Fact]
    public async Task A_sequence_is_shown_as_a_table()
    {
        await RunOk("new[] { new { Name = \"a\", Size = 1 }, new { Name = \"b\", Size = 2 } }.DisplayTable();");
        string html = Assert.Single(Sink.Displays).Data["text/html"].GetValue<string>();
        Assert.Contains("Name", html);
        Assert.Contains("<table", html);
    }

    [Fact]
    public async Task Formatters_can_be_registered_and_views_built()
    {
        await RunOk(
            """
            using Microsoft.DotNet.Interactive.Formatting;
            using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;
            record Celsius(double Value);
            Formatter.Register<Celsius>(c => $"{c.Value:0.0} °C", "text/plain");
            Formatter.SetPreferredMimeTypesFor(typeof(Celsius), "text/plain");
            display(b("bold"));
            new Celsius(21)
            """);
        Assert.Equal("21.0 °C", Sink.Result);
        Assert.Equal("<b>bold</b>", Assert.Single(Sink.Displays).Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task A_formatter_does_not_outlive_the_last_session_but_those_of_libraries_do()
    {
        string name = "Figures" + Guid.NewGuid().ToString("N");
        Build.Library(Path.Combine(Folder, name + ".dll"), $"using System; using System.Collections.Generic; {DuckTyped}");
        string show = $"#r \"{name}.dll\"\nnew Figure()";
        await RunOk($"using Microsoft.DotNet.Interactive.Formatting;\nFormatter.Register<int>(_ => \"mine\", \"text/plain\");\n{show}");
        Assert.True(Assert.Single(Sink.Results).Data.ContainsKey("image/svg+xml"));
        await RunOk("7");
        Assert.Equal("mine", Sink.Result);

        await Renew();
        await RunOk(show);
        Assert.True(Assert.Single(Sink.Results).Data.ContainsKey("image/svg+xml"));
        await RunOk("7");
        Assert.Equal("7", Sink.Result);
    }

    [Fact]
    public async Task A_display_is_updated_in_place_in_later_cells_too()
    {
        await RunOk("var shown = display(\"a\");");
        string? id = Assert.Single(Sink.Displays).DisplayId;
        await RunOk("shown.Update(\"b\");");
        var update = Assert.Single(Sink.Updates);
        Assert.Equal((id, "b"), (update.DisplayId, RecordingSink.Plain(update)));
    }

    [Fact]
    public async Task Updates_come_at_most_ten_times_a_second_and_the_last_always()
    {
        await RunOk(
            """
            var progress = display("start");
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var step = 0;
            while (clock.ElapsedMilliseconds < 1000) { progress.Update($"{step++}"); }
            """);
        long[] times = [.. Sink.Calls.Where(call => call.Kind == "update").Select(call => call.Time)];
        Assert.InRange(times.Length, 5, 15);
        // All but the last, which the end of the cell hurries on.
        Assert.All(times[..^1].Zip(times[1..^1]), pair => Assert.InRange(pair.Second - pair.First, 90, 1000));
        string last = RecordingSink.Plain(Sink.Updates[^1]);
        await RunOk("step - 1");
        Assert.Equal(Sink.Result, last);
    }

    [Fact]
    public async Task A_waiting_update_is_delivered_while_the_cell_goes_on()
    {
        await RunOk("var p = display(0); p.Update(1); p.Update(2); await Task.Delay(600); Console.WriteLine(\"later\");");
        Assert.Equal(["display", "update", "stdout"], Sink.Calls.Select(call => call.Kind));
        Assert.Equal("2", RecordingSink.Plain(Assert.Single(Sink.Updates)));
    }

    [Fact]
    public async Task An_exception_as_a_value_says_what_happened_and_why()
    {
        await RunOk("new InvalidOperationException(\"stopped\", new ArgumentException(\"too large\"))");
        Assert.Equal("InvalidOperationException: stopped\ncaused by ArgumentException: too large", Sink.Result);
        Assert.Equal(["text/plain"], Assert.Single(Sink.Results).Data.Keys);
    }

    [Fact]
    public async Task A_formatter_of_the_readers_own_comes_before_ours_for_exceptions()
    {
        await RunOk(
            "using Microsoft.DotNet.Interactive.Formatting;\n"
            + "Formatter.Register<Exception>((e, writer) => writer.Write(\"mine: \" + e.Message), \"text/plain\");\n"
            + "Formatter.SetPreferredMimeTypesFor(typeof(Exception), \"text/plain\");\nnew Exception(\"x\")");
        Assert.Equal("mine: x", Sink.Result);
    }
}
