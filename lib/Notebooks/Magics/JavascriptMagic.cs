using Microsoft.DotNet.Interactive;

namespace Notebooks.Magics;

/// <summary>Runs JavaScript in the front end.</summary>
internal sealed class JavascriptMagic : IMagic
{
    public string Name => "#!javascript";

    public string Summary => "Runs the lines that follow as JavaScript in the front end.";

    public bool TakesBody => true;

    public void Run(MagicCall call) => Kernel.Javascript(call.Body);
}
