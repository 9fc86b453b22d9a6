namespace Notebooks.Magics;

/// <summary>Keeps a text under a name, for <c>#!share</c> and <c>#!set</c>.</summary>
internal sealed class ValueMagic : IMagic
{
    public string Name => "#!value";

    public string Summary => "Keeps the lines that follow under a name: #!value --name NAME.";

    public bool TakesBody => true;

    public void Run(MagicCall call) => call.Host.StoredValues[call.Arguments.Required("--name")] = call.Body;
}
