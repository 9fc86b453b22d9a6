using System.Globalization;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The style of <c>str()</c> and <c>print()</c>.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Julia;

    public unsafe partial class Tensor
    {
        /// <summary>Shape, type and device; use <c>str()</c> for the elements.</summary>
        public override string ToString() => IsInvalid ? "[disposed]" : TensorText.Metadata(this);

        /// <summary>The elements as text.</summary>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            style = style == TensorStringStyle.Default ? torch.TensorStringStyle : style;
            var format = fltFormat ?? "g5";
            var culture = cultureInfo ?? CultureInfo.InvariantCulture;
            var text = style switch
            {
                TensorStringStyle.Metadata => TensorText.Metadata(this),
                TensorStringStyle.Julia => TensorText.Julia(this, format, culture),
                _ => TensorText.Numpy(this, format, culture),
            };
            return newLine is null ? text : text.Replace("\n", newLine, StringComparison.Ordinal);
        }
    }
}
