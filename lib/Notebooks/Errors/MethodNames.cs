using System.Reflection;
using System.Text.RegularExpressions;

namespace Notebooks.Errors;

/// <summary>Method names as the reader wrote them, without what the compiler made of them.</summary>
internal static partial class MethodNames
{
    /// <summary>The method's name with its class; empty for a cell's own top-level code.</summary>
    internal static string Of(MethodBase method)
    {
        var parts = new List<string>();
        string name = Plain(method.Name);
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (type.Name.StartsWith("Submission#", StringComparison.Ordinal))
            {
                break;
            }

            if (GeneratedName().Match(type.Name) is { Success: true } generated)
            {
                // The class of an async method, an iterator or a closure; the first two stand for a method.
                if (generated.Groups["name"].Length > 0)
                {
                    name = Plain(type.Name);
                }

                continue;
            }

            parts.Insert(0, type.DeclaringType is null && type.Namespace is { Length: > 0 } space
                ? $"{space}.{WithoutArity(type.Name)}"
                : WithoutArity(type.Name));
        }

        if (name is "<Initialize>" or "<Factory>" or "<Main>")
        {
            name = "";
        }

        return string.Join('.', parts.Append(name).Where(part => part.Length > 0));
    }

    private static string Plain(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
        {
            return local.Groups["name"].Value;
        }

        if (GeneratedName().Match(name) is not { Success: true } generated)
        {
            return name;
        }

        string owner = generated.Groups["name"].Value;
        return generated.Groups["kind"].Value == "b" ? "lambda" : owner;
    }

    private static string WithoutArity(string name) => name.Split('`')[0];

    // <Owner>b__0 (lambda), <Owner>d__1 (state machine), <>c (closure)
    [GeneratedRegex("""^<(?<name><?\w*>?)>(?<kind>[a-z])""")]
    private static partial Regex GeneratedName();

    // <Owner>g__Name|0_1
    [GeneratedRegex("""^<.*>g__(?<name>\w+)\|""")]
    private static partial Regex LocalFunction();
}
