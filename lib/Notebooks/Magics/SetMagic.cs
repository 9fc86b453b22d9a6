using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;

namespace Notebooks.Magics;

/// <summary>Declares a C# variable from a text, an expression, a stored value, or the reader's input.</summary>
internal sealed class SetMagic : IMagic
{
    public string Name => "#!set";

    public string Summary =>
        "Declares a variable: #!set --name NAME --value TEXT|@csharp:EXPRESSION|@value:NAME|@input:PROMPT|@password:PROMPT.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string name = call.Arguments.Required("--name");
        string value = call.Arguments.Required("--value");
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw call.Arguments.Fault($"#!set: '{name}' cannot be a variable's name.");
        }

        call.Host.RunCode($"var {name} = {Expression(value, call)};", $"#!set {name}");
    }

    private static string Expression(string value, MagicCall call)
    {
        int colon = value.IndexOf(':');
        string source = value.StartsWith('@') && colon > 0 ? value[1..colon] : "";
        string rest = value[(colon + 1)..];
        return source switch
        {
            "" => Literal(value),
            "csharp" => rest,
            "value" => Literal(Stored(rest, call)),
            "input" => Literal(Kernel.Ask(rest, password: false)),
            "password" => $"new Microsoft.DotNet.Interactive.PasswordString({Literal(Kernel.Ask(rest, password: true))})",
            _ => throw call.Arguments.Fault($"#!set: no source '@{source}'; there are @csharp, @value, @input and @password."),
        };
    }

    private static string Stored(string name, MagicCall call) =>
        call.Host.StoredValues.TryGetValue(name, out string? text)
            ? text
            : throw call.Arguments.Fault($"#!set: no value '{name}' is stored; #!value --name {name} stores one.");

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
