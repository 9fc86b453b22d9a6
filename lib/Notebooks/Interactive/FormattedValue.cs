using Notebooks.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value written out in one mime type.</summary>
public class FormattedValue
{
    /// <summary>A text that is <paramref name="value"/> in <paramref name="mimeType"/>.</summary>
    public FormattedValue(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        MimeType = mimeType;
        Value = value;
    }

    /// <summary>The mime type.</summary>
    public string MimeType { get; }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Formats a value in the given mime types, or in those its type prefers.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes) =>
        DisplayFormatter.Format(value, mimeTypes);

    /// <summary>Formats a value in one mime type, by default the one its type prefers most.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        mimeType ??= Formatter.GetPreferredMimeTypesFor(value?.GetType()).First();
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }
}
