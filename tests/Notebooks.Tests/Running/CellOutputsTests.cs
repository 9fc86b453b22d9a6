using System.Text.Json.Nodes;
using Notebooks.Running.Outputs;
using Notebooks.Session;

namespace Notebooks.Tests.Running;

public sealed class CellOutputsTests
{
    private readonly NotebookOutputs _notebook = new(1000);

    [Fact]
    public void Neighbouring_streams_of_one_name_are_merged_and_split_into_lines()
    {
        var cell = _notebook.BeginCell(1);
        cell.Stream("stdout", "a");
        cell.Stream("stdout", "b\nc");
        cell.Stream("stderr", "e");
        cell.Stream("stdout", "d");
        AssertJson(
            """
            [{"name":"stdout","output_type":"stream","text":["ab\n","c"]},
             {"name":"stderr","output_type":"stream","text":["e"]},
             {"name":"stdout","output_type":"stream","text":["d"]}]
            """,
            cell);
    }

    [Fact]
    public void A_result_carries_the_execution_count_and_pictures_stay_one_string()
    {
        var cell = _notebook.BeginCell(4);
        cell.Result(Bundle(null, ("text/plain", "x\ny"), ("image/png", "QUJD"), ("application/vnd.plotly.v1+json", JsonNode.Parse("{\"data\":[]}")!)));
        AssertJson(
            """
            [{"data":{"application/vnd.plotly.v1+json":{"data":[]},"image/png":"QUJD","text/plain":["x\n","y"]},
              "execution_count":4,"metadata":{},"output_type":"execute_result"}]
            """,
            cell);
    }

    [Fact]
    public void An_update_changes_the_display_it_names_also_from_a_later_cell()
    {
        var first = _notebook.BeginCell(1);
        first.Display(Bundle("p", ("text/plain", "10 %")));
        first.Display(Bundle(null, ("text/plain", "other")));
        first.Update(Bundle("p", ("text/plain", "50 %")));
        Assert.Equal("50 %", first.ToJson()[0]!["data"]!["text/plain"]![0]!.ToString());

        var second = _notebook.BeginCell(2);
        second.Update(Bundle("p", ("text/plain", "done")));
        second.Update(Bundle("unknown", ("text/plain", "nowhere")));
        Assert.Equal(["done", "other"], first.ToJson().Select(output => output!["data"]!["text/plain"]![0]!.ToString()));
        Assert.Empty(second.ToJson());
    }

    [Fact]
    public void Clear_removes_at_once_or_with_the_next_output()
    {
        var cell = _notebook.BeginCell(1);
        cell.Stream("stdout", "a");
        cell.Clear(wait: true);
        Assert.Single(cell.ToJson());
        cell.Stream("stdout", "b");
        Assert.Equal("b", cell.ToJson().Single()!["text"]![0]!.ToString());
        cell.Display(Bundle("p", ("text/plain", "x")));
        cell.Clear(wait: false);
        Assert.Empty(cell.ToJson());
        cell.Update(Bundle("p", ("text/plain", "y")));
        Assert.Empty(cell.ToJson());
    }

    [Fact]
    public void A_flood_keeps_its_head_and_its_tail_and_the_cut_between_is_said()
    {
        var cell = _notebook.BeginCell(1);
        for (var i = 0; i < 100; i++)
        {
            cell.Stream("stdout", $"line {i:0000}".PadRight(19) + "\n");
        }

        cell.Display(Bundle(null, ("text/plain", "late")));
        var outputs = cell.ToJson();
        Assert.Equal(1000, outputs[0]!["text"]!.AsArray().Sum(line => line!.ToString().Length));
        Assert.Equal("[output cut: 0.0 MB of text and 1 displays are left out here; a cell keeps at most 0 MB]\n", outputs[1]!["text"]![0]!.ToString());
        var tail = string.Concat(outputs.Skip(2).SelectMany(output => output!["text"]!.AsArray()).Select(line => line!.ToString()));
        Assert.EndsWith("line 0099          \n", tail);
        Assert.InRange(tail.Length, 100, 120);
    }

    [Fact]
    public void A_display_updated_many_times_counts_once()
    {
        var cell = _notebook.BeginCell(1);
        cell.Display(Bundle("p", ("text/plain", new string('a', 400))));
        for (var i = 0; i < 50; i++)
        {
            cell.Update(Bundle("p", ("text/plain", new string('b', 400))));
        }

        Assert.Equal(new string('b', 400), cell.ToJson().Single()!["data"]!["text/plain"]![0]!.ToString());
    }

    [Fact]
    public void Ticks_and_figures_are_counted_in_stdout_even_when_cut_or_in_pieces()
    {
        var cell = _notebook.BeginCell(1);
        cell.Stream("stdout", new string('x', 5000) + "\n✓ one");
        cell.Stream("stdout", " claim\n ✓ indented\n▪ test accuracy: 88.1 %\n▪ no value\n▪ time: 1:20\n");
        cell.Stream("stderr", "✓ not stdout\n");
        cell.Stream("stdout", "✓ last line without an end");
        Assert.Equal(2, cell.Report.Ticks);
        Assert.Equal([new KeyFigure("test accuracy", "88.1 %"), new KeyFigure("time", "1:20")], cell.Report.Figures);
    }

    private static MimeBundle Bundle(string? id, params (string Mime, JsonNode Value)[] data) =>
        new(data.ToDictionary(item => item.Mime, item => item.Value), id);

    private static void AssertJson(string expected, CellOutputs cell) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), cell.ToJson().ToJsonString());
}
