namespace Notebooks.Display;

/// <summary>An exception as a value: what went wrong, and what caused it, one a line. The formatter's own table lists HResult and such.</summary>
internal static class ExceptionText
{
    internal static string Of(Exception exception)
    {
        var lines = new List<string>();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            lines.Add($"{(lines.Count > 0 ? "caused by " : "")}{current.GetType().Name}: {current.Message}");
        }

        return string.Join('\n', lines);
    }
}
