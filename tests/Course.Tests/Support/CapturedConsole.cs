namespace Course.Tests.Support;

/// <summary>Tests that look at what is printed run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    public const string Name = "console";
}

/// <summary>Runs an action and gives the lines it prints.</summary>
internal static class CapturedConsole
{
    public static string[] Lines(Action action)
    {
        TextWriter before = Console.Out;
        using var captured = new StringWriter();
        Console.SetOut(captured);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }

        return captured.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
