using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Tests.Documents;

public sealed class NotebookDocumentTests
{
    private static readonly NotebookDocument Small = new NotebookBuilder().Markdown("# Größe ✓\n\n$x^2$").Code("1+1").Code("var a = \"é\\n\";\na").Build("x.ipynb");

    [Fact]
    public void An_unchanged_notebook_keeps_its_bytes()
    {
        var bytes = Small.ToBytes();
        Assert.Equal(bytes, NotebookDocument.Parse(bytes, "x.ipynb").ToBytes());
        Assert.Equal(bytes, NotebookDocument.Parse(bytes, "x.ipynb").ToBytes(new Dictionary<int, CellEdit>()));
    }

    [Fact]
    public void A_new_notebook_has_Jupyters_layout()
    {
        var text = Encoding.UTF8.GetString(new NotebookBuilder().Code("a\nb").ToBytes());
        Assert.StartsWith("{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"cell-1\",", text);
        Assert.Contains("   \"outputs\": [],\n   \"source\": [\n    \"a\\n\",\n    \"b\"\n   ]\n  }\n ],\n \"metadata\"", text);
        Assert.EndsWith("\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n", text);
    }

    [Theory]
    [InlineData("    ", "\n")]
    [InlineData("\t", "\r\n")]
    [InlineData(" ", "\n")]
    public void An_edit_changes_outputs_and_count_only_and_follows_the_files_layout(string indent, string newLine)
    {
        // Keys out of order, unknown metadata, escapes that Jupyter would not write: all must survive.
        string Line(int depth, string text) => string.Concat(Enumerable.Repeat(indent, depth)) + text + newLine;
        var before = Line(0, "{") + Line(1, "\"nbformat\": 4, \"nbformat_minor\": 5, \"odd\": 1.50e+2,") + Line(1, "\"metadata\": {\"z\": [ ], \"a\": \"\\u00e9\"},")
            + Line(1, "\"cells\": [") + Line(2, "{") + Line(3, "\"source\": \"1+1\", \"cell_type\": \"code\", \"id\": \"q\",") + Line(3, "\"metadata\": {},");
        var after = Line(2, "}") + Line(1, "]") + "}";
        var original = before + Line(3, "\"outputs\": [],") + Line(3, "\"execution_count\": null") + after;
        var document = NotebookDocument.Parse(Encoding.UTF8.GetBytes(original), "x.ipynb");
        Assert.Equal(original, Encoding.UTF8.GetString(document.ToBytes()));

        var outputs = new JsonArray(new JsonObject { ["text"] = new JsonArray("2 é"), ["name"] = "stdout", ["output_type"] = "stream" });
        var edited = Encoding.UTF8.GetString(document.ToBytes(new Dictionary<int, CellEdit> { [0] = new(outputs, 7) }));

        var expected = before + Line(3, "\"outputs\": [") + Line(4, "{") + Line(5, "\"name\": \"stdout\",") + Line(5, "\"output_type\": \"stream\",")
            + Line(5, "\"text\": [") + Line(6, "\"2 é\"") + Line(5, "]") + Line(4, "}") + Line(3, "],") + Line(3, "\"execution_count\": 7") + after;
        Assert.Equal(expected, edited);
        Assert.Equal("2 é", NotebookDocument.Parse(Encoding.UTF8.GetBytes(edited), "x").Cells[0].Outputs[0]!["text"]![0]!.ToString());
    }

    [Fact]
    public void Equal_outputs_keep_their_bytes_however_they_are_written()
    {
        var text = """{"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":1,"source":[],"outputs":[{"output_type":"stream", "name":"stdout","text":["\u00e9"]}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var document = NotebookDocument.Parse(Encoding.UTF8.GetBytes(text), "x");
        var same = new JsonArray(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("é") });
        Assert.Equal(text, Encoding.UTF8.GetString(document.ToBytes(new Dictionary<int, CellEdit> { [0] = new(same, 1) })));
    }

    [Fact]
    public void A_byte_order_mark_is_kept_and_edits_still_hit_their_place()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Small.ToBytes()];
        var document = NotebookDocument.Parse(bytes, "x");
        Assert.Equal(bytes, document.ToBytes());
        var edited = document.ToBytes(new Dictionary<int, CellEdit> { [1] = new([], 12) });
        Assert.Equal(12, NotebookDocument.Parse(edited, "x").Cells[1].ExecutionCount);
    }

    [Fact]
    public void Cells_are_numbered_as_front_ends_show_them()
    {
        Assert.Equal([0, 1, 2], Small.Cells.Select(cell => cell.Number));
        Assert.Equal("var a = \"é\\n\";\na", Small.Cells[2].Source);
        Assert.Equal("var a = \"é\\n\";", Small.Cells[2].FirstLine);
    }

    [Fact]
    public void A_markdown_cell_cannot_get_outputs() =>
        Assert.Throws<ArgumentException>(() => Small.ToBytes(new Dictionary<int, CellEdit> { [0] = new([], 1) }));

    [Theory]
    [InlineData("{\n \"cells\": [\n  oops\n ]\n}", "x.ipynb(3,3): not a notebook, because it is not JSON: 'o' is an invalid start of a value.")]
    [InlineData("", "x.ipynb(1,1): not a notebook")]
    [InlineData("{\n<<<<<<< HEAD\n}", "x.ipynb(2,1): not a notebook, because it is not JSON: a git merge conflict is left in it.")]
    [InlineData("[]", "expected a JSON object with \"cells\" and \"nbformat\"")]
    [InlineData("{\"a\":1}", "expected a whole number named \"nbformat\"")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3, but 4 is needed: open and save it in Jupyter, or run 'jupyter nbconvert --to notebook --nbformat 4 --inplace x.ipynb'")]
    [InlineData("{\"nbformat\":5}", "newer than this tool knows")]
    [InlineData("{\"nbformat\":4,\"cells\":{}}", "expected a list named \"cells\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[]}", "expected an object named \"metadata\"")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"heading\"}]}", "cell 1 has cell_type 'heading'; expected code, markdown or raw")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"raw\"}]}", "cell 1 has no \"source\"")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[7]}", "cell 1 is not a JSON object")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":\"\"}]}", "without a list named \"outputs\"")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[]}]}", "without \"execution_count\"")]
    [InlineData("{\"nbformat\":4,\"nbformat\":4}", "not JSON")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"raw\",\"source\":\"\\ud800\"}]}", "half a character (\\ud800 to")]
    public void Files_that_are_no_notebooks_get_one_clear_line(string content, string message)
    {
        var e = Assert.Throws<NotebookException>(() => NotebookDocument.Parse(Encoding.UTF8.GetBytes(content), "x.ipynb"));
        Assert.Contains(message, e.Message);
        Assert.StartsWith("x.ipynb", e.Message);
        Assert.DoesNotContain('\n', e.Message);
        Assert.DoesNotContain("BytePosition", e.Message);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused() =>
        Assert.Contains("not valid UTF-8", Assert.Throws<NotebookException>(() => NotebookDocument.Parse("{\"é\":1}"u8.ToArray()[..3], "x")).Message);

    [Fact]
    public void A_missing_file_and_a_folder_say_so()
    {
        Assert.Contains("there is no such notebook", Assert.Throws<NotebookException>(() => NotebookDocument.Load("no/such.ipynb")).Message);
        Assert.Contains("is a folder", Assert.Throws<NotebookException>(() => NotebookDocument.Load(Path.GetTempPath())).Message);
    }
}
