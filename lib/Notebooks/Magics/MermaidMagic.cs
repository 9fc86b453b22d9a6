using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Display;

namespace Notebooks.Magics;

/// <summary>Shows a Mermaid diagram where the front end draws them, else as a fenced block.</summary>
internal sealed class MermaidMagic : IMagic
{
    public string Name => "#!mermaid";

    public string Summary => "Shows the lines that follow as a Mermaid diagram.";

    public bool TakesBody => true;

    public void Run(MagicCall call)
    {
        string diagram = call.Body.Trim('\n');
        FormattedValue[] formatted =
        [
            new("text/vnd.mermaid", diagram),
            new("text/markdown", $"```mermaid\n{diagram}\n```"),
            new("text/plain", diagram),
        ];
        call.Host.Output.Display(DisplayFormatter.Bundle(formatted));
    }
}
