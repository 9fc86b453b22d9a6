using Notebooks.Display;
using Notebooks.Output;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on show, which can be replaced in place.</summary>
public class DisplayedValue
{
    /// <summary>A value with the representations it is shown in.</summary>
    public DisplayedValue(object? value, IReadOnlyList<FormattedValue> formattedValues)
    {
        ArgumentNullException.ThrowIfNull(formattedValues);
        Value = value;
        FormattedValues = formattedValues;
    }

    /// <summary>What the front end knows the display by.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>Whether the first value was replaced.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>The value shown now.</summary>
    public object? Value { get; private set; }

    /// <summary>Its representations.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>
    /// Shows another value in the same place. A front end sees at most ten updates a second, and always the last.
    /// </summary>
    public void Update(object? updatedValue)
    {
        IsUpdated = true;
        Value = updatedValue;
        FormattedValues = DisplayFormatter.Format(updatedValue);
        CellScope.Current?.Output?.Update(DisplayFormatter.Bundle(FormattedValues, DisplayId));
    }

    internal DisplayedValue Show()
    {
        CellScope.Current?.Output?.Display(DisplayFormatter.Bundle(FormattedValues, DisplayId));
        return this;
    }
}
