namespace Notebooks.Magics;

/// <summary>Shows HTML.</summary>
internal sealed class HtmlMagic : IMagic
{
    public string Name => "#!html";

    public string Summary => "Shows the lines that follow as HTML.";

    public bool TakesBody => true;

    public void Run(MagicCall call) => call.Body.DisplayAs("text/html");
}
