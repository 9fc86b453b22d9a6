namespace Notebooks.Magics;

/// <summary>Shows Markdown.</summary>
internal sealed class MarkdownMagic : IMagic
{
    public string Name => "#!markdown";

    public string Summary => "Shows the lines that follow as Markdown.";

    public bool TakesBody => true;

    public void Run(MagicCall call) => call.Body.DisplayAs("text/markdown");
}
