namespace Notebooks.Magics;

/// <summary>Brings a stored value into C#, under its own name or another.</summary>
internal sealed class ShareMagic : IMagic
{
    public string Name => "#!share";

    public string Summary => "Declares a variable from another place: #!share --from value|csharp NAME [--as OTHER].";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string source = call.Arguments.Required("--from");
        string name = call.Arguments.OnlyWord("name");
        string target = call.Arguments.Option("--as") ?? name;
        if (source is not ("value" or "csharp"))
        {
            throw call.Arguments.Fault($"#!share: nothing can be shared from '{source}'; there are value and csharp.");
        }

        if (source == "value" || target != name)
        {
            call.Host.RunCode($"#!set --name {target} --value \"@{source}:{name}\"", $"#!share {name}");
        }
    }
}
