using System.Globalization;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Julia's style of text, for <c>ToString</c>.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>NumPy's style of text, for <c>ToString</c>.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>C#'s style of text, for <c>ToString</c>.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style of <c>str()</c> and <c>print()</c>.</summary>
    /// <exception cref="ArgumentException">The style is <see cref="TensorStringStyle.Default"/>.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Style;
        set => PrintOptions.Style = value != TensorStringStyle.Default
            ? value
            : throw new ArgumentException("The style cannot be set to Default: that is the one which is set.");
    }

    /// <summary>Sets how tensors are written from now on.</summary>
    /// <param name="precision">Digits behind the decimal point.</param>
    /// <param name="linewidth">Characters of a line in Julia's style; 100 at first.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="sci_mode">Whether numbers are written with an exponent.</param>
    /// <param name="maxRows">The most positions shown of a dimension other than the last; 6 at first.</param>
    /// <param name="maxColumns">The most positions shown of the last dimension, in styles with brackets; 6 at first.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        var format = (sci_mode ? "E" : "F") + precision.ToString(CultureInfo.InvariantCulture);
        set_printoptions(null, format, linewidth, newLine, maxRows, maxColumns);
    }

    /// <summary>Sets how tensors are written from now on. What is null stays as it is.</summary>
    /// <param name="style">The style of <c>str()</c> and <c>print()</c>.</param>
    /// <param name="floatFormat">A .NET format for floating-point numbers; "g5" at first.</param>
    /// <param name="linewidth">Characters of a line in Julia's style; 100 at first.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="maxRows">The most positions shown of a dimension other than the last; 6 at first.</param>
    /// <param name="maxColumns">The most positions shown of the last dimension, in styles with brackets; 6 at first.</param>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null,
        string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        RequireFormat(floatFormat ?? PrintOptions.FloatFormat);
        ArgumentOutOfRangeException.ThrowIfNegative(linewidth ?? 0, nameof(linewidth));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows ?? 2, 2, nameof(maxRows));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxColumns ?? 2, 2, nameof(maxColumns));
        TensorStringStyle = style ?? PrintOptions.Style;
        PrintOptions.FloatFormat = floatFormat ?? PrintOptions.FloatFormat;
        PrintOptions.LineWidth = linewidth ?? PrintOptions.LineWidth;
        PrintOptions.NewLine = newLine ?? PrintOptions.NewLine;
        PrintOptions.MaxRows = maxRows ?? PrintOptions.MaxRows;
        PrintOptions.MaxColumns = maxColumns ?? PrintOptions.MaxColumns;
    }

    private static void RequireFormat(string floatFormat)
    {
        try
        {
            _ = 1.5.ToString(floatFormat, CultureInfo.InvariantCulture);
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"set_printoptions: '{floatFormat}' is no .NET format for numbers; 'g5' and 'F2' are.", error);
        }
    }

    public partial class Tensor
    {
        /// <summary>Shape, type and device; use <c>str()</c> for the elements.</summary>
        public override string ToString() => IsInvalid ? "[disposed]" : MetadataText.Of(this);

        /// <summary>The elements as text in the style that is set, or (with false) shape, type and device.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The elements as text.</summary>
        /// <param name="style">Tables, brackets or a C# array.</param>
        /// <param name="fltFormat">A .NET format for floating-point numbers.</param>
        /// <param name="width">Characters of a line in Julia's style.</param>
        /// <param name="cultureInfo">Decides on the decimal point, which is '.' otherwise.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var format = new TextFormat(fltFormat ?? PrintOptions.FloatFormat, width ?? PrintOptions.LineWidth,
                cultureInfo ?? CultureInfo.InvariantCulture, newLine ?? PrintOptions.NewLine);
            return (style == TensorStringStyle.Default ? PrintOptions.Style : style) switch
            {
                TensorStringStyle.Metadata => MetadataText.Of(this),
                TensorStringStyle.Julia => JuliaText.Of(detach(), format),
                TensorStringStyle.Numpy => NumpyText.Of(detach(), format),
                TensorStringStyle.CSharp => CSharpText.Of(detach(), format),
                _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style."),
            };
        }
    }
}
