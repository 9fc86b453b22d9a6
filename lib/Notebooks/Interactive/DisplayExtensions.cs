using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace System;

/// <summary>Shows values from anywhere in a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value in the given mime types, or in those its type prefers.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes)).Show();

    /// <summary>Shows a text that is already written in <paramref name="mimeType"/>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        new DisplayedValue(value, [new FormattedValue(mimeType, value)]).Show();

    /// <summary>Shows a sequence as a table with one column a property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T>? value, params string[] mimeTypes) =>
        value is null ? value.Display(mimeTypes) : value.ToTabularDataResource().Display(mimeTypes);
}
