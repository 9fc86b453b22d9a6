using System.Text.Json.Nodes;
using Notebooks.Session;

namespace Notebooks.Output;

/// <summary>A line in a cell's output that each new state replaces, so that a stored notebook holds the last one only.</summary>
internal sealed class StatusLine(SessionOutput output)
{
    private readonly string id = Guid.NewGuid().ToString();
    private bool shown;

    internal void Show(string state)
    {
        var bundle = new MimeBundle(new Dictionary<string, JsonNode> { ["text/plain"] = JsonValue.Create(state) }, id);
        if (shown)
        {
            output.Update(bundle);
        }
        else
        {
            output.Display(bundle);
        }

        shown = true;
    }
}
