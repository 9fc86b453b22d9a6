using Microsoft.DotNet.Interactive;

namespace Notebooks.Magics;

/// <summary>Applies a style sheet.</summary>
internal sealed class CssMagic : IMagic
{
    public string Name => "#!css";

    public string Summary => "Applies the lines that follow as a style sheet.";

    public bool TakesBody => true;

    public void Run(MagicCall call) => Kernel.CSS(call.Body);
}
