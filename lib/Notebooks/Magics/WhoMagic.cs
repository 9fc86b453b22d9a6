namespace Notebooks.Magics;

/// <summary>Lists the variables' names.</summary>
internal sealed class WhoMagic : IMagic
{
    public string Name => "#!who";

    public string Summary => "Lists the names of the variables.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string names = string.Join(", ", call.Host.Variables().Select(variable => variable.Name));
        call.Host.Output.Stream("stdout", names.Length > 0 ? names + "\n" : "No variables yet.\n");
    }
}
