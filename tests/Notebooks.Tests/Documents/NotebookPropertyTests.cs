using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Notebooks.Documents;

namespace Notebooks.Tests.Documents;

/// <summary>What must hold for any text, whatever characters it has.</summary>
public sealed class NotebookPropertyTests
{
    [Fact]
    public void Any_source_survives_writing_and_reading() => Prop.ForAll<string[]>(lines =>
    {
        var source = Clean(string.Join('\n', lines));
        var read = new NotebookBuilder().Code(source).Markdown(source).Build("x");
        return read.Cells[0].Source == source && read.Cells[1].Source == source;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_output_survives_and_writing_it_again_changes_no_byte() => Prop.ForAll<string, string>((first, second) =>
    {
        var outputs = new JsonArray(
            new JsonObject { ["name"] = Clean(first), ["text"] = JupyterJson.Lines(Clean(second)) },
            new JsonObject { [Clean(second)] = 0.1, ["empty"] = new JsonObject(), ["list"] = new JsonArray(1, null, true) });
        var edit = new Dictionary<int, CellEdit> { [0] = new(outputs, 3) };
        var document = new NotebookBuilder().Code("a").Build("x");
        var once = document.ToBytes(edit);
        var read = NotebookDocument.Parse(once, "x");
        return JsonNode.DeepEquals(read.Cells[0].Outputs, outputs) && read.ToBytes(edit).AsSpan().SequenceEqual(once);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_that_are_no_notebook_never_crash_the_reader() => Prop.ForAll<byte[], int>((bytes, cut) =>
    {
        var notebook = new NotebookBuilder().Code("a\nb").Markdown("é").ToBytes();
        var at = Math.Abs(cut % notebook.Length);
        foreach (var damaged in new[] { bytes, notebook[..at], [.. notebook[..at], .. bytes, .. notebook[at..]] })
        {
            try
            {
                _ = NotebookDocument.Parse(damaged, "x").Cells.Count;
            }
            catch (NotebookException)
            {
                // One clear line is what the user gets.
            }
        }
    }).QuickCheckThrowOnFailure();

    // Line breaks are normalised on reading, and half a surrogate pair is no text.
    private static string Clean(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace("\r\n", "\n");
}
