using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Tests.Documents;

public sealed class NotebookValidatorTests
{
    [Fact]
    public void A_built_notebook_is_valid() =>
        Assert.Empty(NotebookValidator.Validate(new NotebookBuilder().Markdown("# x").Code("1").Build("x")));

    [Theory]
    [InlineData("""{"output_type":"display_data","metadata":{},"data":{"text/html":["<scr","ipt>x</script>"]}}""", "text/html holds a script")]
    [InlineData("""{"output_type":"display_data","metadata":{},"data":{"image/png":{"a":1}}}""", "image/png is neither a string")]
    [InlineData("""{"output_type":"display_data","data":{}}""", "has no 'metadata'")]
    [InlineData("""{"output_type":"stream","text":"x"}""", "has no 'name'")]
    [InlineData("""{"output_type":"pyout"}""", "output_type 'pyout' is unknown")]
    public void Bad_outputs_are_named(string output, string problem)
    {
        var document = new NotebookBuilder().Markdown("# x").Code("1").Build("x");
        var edited = document.ToBytes(new Dictionary<int, CellEdit> { [1] = new(new JsonArray(JsonNode.Parse(output)), 1) });
        var found = Assert.Single(NotebookValidator.Validate(NotebookDocument.Parse(edited, "x")));
        Assert.StartsWith("cell 2, output 1: ", found);
        Assert.Contains(problem, found);
    }

    [Fact]
    public void Plotly_JSON_and_SVG_are_fine()
    {
        var output = JsonNode.Parse("""{"output_type":"display_data","metadata":{},"data":{"application/vnd.plotly.v1+json":{"data":[]},"image/svg+xml":["<svg/>"],"text/plain":"c"}}""");
        var document = new NotebookBuilder().Code("1").Build("x");
        var edited = document.ToBytes(new Dictionary<int, CellEdit> { [0] = new(new JsonArray(output), 1) });
        Assert.Empty(NotebookValidator.Validate(NotebookDocument.Parse(edited, "x")));
    }

    [Fact]
    public void Missing_and_double_ids_and_an_old_minor_version_are_named()
    {
        var text = """{"cells":[{"cell_type":"raw","id":"a","source":""},{"cell_type":"raw","id":"a","source":""},{"cell_type":"raw","source":""}],"metadata":{},"nbformat":4,"nbformat_minor":4}""";
        var problems = NotebookValidator.Validate(NotebookDocument.Parse(Encoding.UTF8.GetBytes(text), "x"));
        Assert.Equal(
            ["nbformat is 4.4, expected 4.5", "metadata.kernelspec.name is not .net-csharp", "cell 2: id 'a' is used twice",
                "cell 3: id '' is not 1 to 64 letters, digits, '-' or '_'"],
            problems);
    }
}
