namespace Notebooks.Magics;

/// <summary>Lists the magics.</summary>
internal sealed class ListMagic(MagicRegistry registry) : IMagic
{
    public string Name => "#!lsmagic";

    public string Summary => "Lists the magics.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        int width = registry.All.Max(magic => magic.Name.Length);
        var lines = registry.All.Select(magic => $"{magic.Name.PadRight(width)}  {magic.Summary}");
        call.Host.Output.Stream("stdout", string.Join('\n', lines) + "\n");
    }
}
