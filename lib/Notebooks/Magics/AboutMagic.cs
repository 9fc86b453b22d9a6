using System.Runtime.InteropServices;

namespace Notebooks.Magics;

/// <summary>Says what runs the cells.</summary>
internal sealed class AboutMagic : IMagic
{
    public string Name => "#!about";

    public string Summary => "Says what runs the cells.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string version = typeof(AboutMagic).Assembly.GetName().Version!.ToString(3);
        string compiler = typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version!.ToString(3);
        call.Host.Output.Stream(
            "stdout",
            $"C# notebook session {version}\n"
            + $"Roslyn {compiler}, {RuntimeInformation.FrameworkDescription}\n"
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}\n");
    }
}
