using System.Net;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Display;

namespace Notebooks.Magics;

/// <summary>Lists the variables with their types and values.</summary>
internal sealed class WhosMagic : IMagic
{
    private const int LongestValue = 80;

    public string Name => "#!whos";

    public string Summary => "Lists the variables with their types and values.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string[][] rows =
        [
            ["Variable", "Type", "Value"],
            .. call.Host.Variables().Select(variable => new[] { variable.Name, TypeName(variable.Type), Short(variable.Value) }),
        ];
        FormattedValue[] formatted = [new("text/html", Html(rows)), new("text/plain", Text(rows))];
        call.Host.Output.Display(DisplayFormatter.Bundle(formatted));
    }

    private static string TypeName(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;

    private static string Short(object? value)
    {
        string text = value.ToDisplayString().ReplaceLineEndings(" ");
        return text.Length <= LongestValue ? text : text[..LongestValue] + " ...";
    }

    private static string Html(string[][] rows)
    {
        string body = string.Concat(rows.Skip(1).Select(row => HtmlRow(row, "td")));
        return $"<table><thead>{HtmlRow(rows[0], "th")}</thead><tbody>{body}</tbody></table>";
    }

    private static string HtmlRow(string[] cells, string tag) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";

    private static string Text(string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))));
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }
}
