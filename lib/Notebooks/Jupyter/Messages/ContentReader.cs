using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Messages;

/// <summary>Reads fields of a message's content, which come from outside and may be anything.</summary>
internal static class ContentReader
{
    /// <exception cref="MalformedMessageException">The field is missing or not a string.</exception>
    internal static string Text(this JsonObject content, string name) =>
        content[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw new MalformedMessageException($"{name} is missing or not a string");

    /// <summary>A string; null when the field is missing or something else.</summary>
    internal static string? TextOrNull(this JsonObject content, string name) =>
        content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A number; null when the field is missing or something else.</summary>
    internal static int? IntegerOrNull(this JsonObject content, string name) =>
        content[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>A truth value; <paramref name="absent"/> when the field is missing or something else.</summary>
    internal static bool Flag(this JsonObject content, string name, bool absent) =>
        content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : absent;
}
