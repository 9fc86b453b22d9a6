using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Session;

namespace Notebooks.Display;

/// <summary>Formats values with .NET Interactive's formatter, in all the mime types that a type prefers.</summary>
internal static class DisplayFormatter
{
    private const string PlainText = "text/plain";
    private const string Html = "text/html";

    /// <summary>The value's representations, text/plain always among them.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">The mime types wanted; none asks for those that the type prefers.</param>
    internal static IReadOnlyList<FormattedValue> Format(object? value, params IReadOnlyList<string> mimeTypes)
    {
        bool chosen = mimeTypes.Count > 0;
        if (!chosen && value is Exception exception && !HasOwnFormatter(exception))
        {
            return [new FormattedValue(PlainText, ExceptionText.Of(exception))];
        }

        var wanted = chosen ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        var formatted = wanted.Append(PlainText).Distinct()
            .Select(mimeType => new FormattedValue(mimeType, value.ToDisplayString(mimeType)))
            .ToList();
        if (!chosen)
        {
            DropEmptyDress(formatted);
        }

        return formatted;
    }

    /// <summary>The representations as a front end wants them.</summary>
    /// <param name="formatted">One value in several mime types.</param>
    /// <param name="displayId">Set when the display can be updated.</param>
    internal static MimeBundle Bundle(IReadOnlyList<FormattedValue> formatted, string? displayId = null)
    {
        var data = new Dictionary<string, JsonNode>();
        foreach (var value in formatted)
        {
            data[value.MimeType] = IsJson(value.MimeType) ? Parse(value.Value) : JsonValue.Create(value.Value);
        }

        return new MimeBundle(data, displayId);
    }

    // The formatter dresses plain values, such as numbers, in a style sheet of 25 lines: of no use beside the same text.
    private static void DropEmptyDress(List<FormattedValue> formatted)
    {
        string text = formatted.First(value => value.MimeType == PlainText).Value;
        string bare = $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>";
        formatted.RemoveAll(value => value.MimeType == Html && value.Value.StartsWith(bare, StringComparison.Ordinal));
    }

    private static bool HasOwnFormatter(object value) =>
        Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type.IsInstanceOfType(value));

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) ?? JsonValue.Create("null");
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
