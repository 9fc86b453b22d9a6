using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Training.Runs;

namespace Course.Training.Recipes;

/// <summary>Settings as JSON objects, changed by name: "training.steps" is the value "steps" of the object "training".</summary>
public static class Settings
{
    /// <summary>Names in camel case.</summary>
    internal static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>A copy of the settings in which one has another value; a list is written with commas.</summary>
    /// <exception cref="RunException">There is no such setting, or the value is of another kind.</exception>
    public static JsonObject With(JsonObject settings, string name, string value)
    {
        var copy = settings.DeepClone().AsObject();
        JsonObject place = copy;
        string[] parts = name.Split('.');
        for (int depth = 0; ; depth++)
        {
            string? key = place.Select(entry => entry.Key)
                .FirstOrDefault(key => key.Equals(parts[depth], StringComparison.OrdinalIgnoreCase));
            bool isLast = depth == parts.Length - 1;
            if (key is null || (place[key] is JsonObject) == isLast)
                throw new RunException($"there is no setting {name}; there are {string.Join(", ", Names(settings))}");
            if (!isLast)
            {
                place = place[key]!.AsObject();
                continue;
            }

            place[key] = Parse(place[key], value)
                ?? throw new RunException($"the setting {name} cannot be \"{value}\"; it is {place[key]?.ToJsonString()} unless changed");
            return copy;
        }
    }

    /// <summary>The names of all settings, in order.</summary>
    public static IEnumerable<string> Names(JsonObject settings) => settings.SelectMany(entry =>
        entry.Value is JsonObject inner ? Names(inner).Select(name => $"{entry.Key}.{name}") : [entry.Key]);

    /// <summary>The value of a setting as <see cref="With"/> takes it.</summary>
    public static string Value(JsonObject settings, string name)
    {
        JsonNode? value = name.Split('.').Aggregate((JsonNode?)settings, (place, part) => place?[part]);
        return value is JsonArray list ? string.Join(',', list.Select(item => item?.ToString())) : value?.ToString() ?? "";
    }

    /// <summary>The text as a value of the same kind as the present one; null if it cannot be read as one.</summary>
    private static JsonNode? Parse(JsonNode? present, string text) => present?.GetValueKind() switch
    {
        JsonValueKind.Number => ParseNumber(text),
        JsonValueKind.True or JsonValueKind.False when bool.TryParse(text, out bool truth) => truth,
        JsonValueKind.Array => ParseList(text),
        JsonValueKind.String => text,
        _ => null,
    };

    private static JsonValue? ParseNumber(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long whole)) return JsonValue.Create(whole);
        bool isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
        return isNumber ? JsonValue.Create(number) : null;
    }

    private static JsonArray ParseList(string text)
    {
        const StringSplitOptions tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return new JsonArray([.. text.Split(',', tidy).Select(part => JsonValue.Create(part))]);
    }
}
