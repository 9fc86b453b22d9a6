using System.Globalization;
using System.Numerics;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

/// <summary>Tensors as text and as numbers.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>Shape, type and device.</summary>
    public static string metastr(this torch.Tensor tensor) => TensorText.Metadata(tensor);

    /// <summary>The elements as text, in the style of <see cref="torch.TensorStringStyle"/>.</summary>
    public static string str(this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
        CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements as a table a matrix.</summary>
    public static string jlstr(this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
        CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements in nested brackets.</summary>
    public static string npstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null,
        CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>Prints the elements and returns the tensor.</summary>
    public static torch.Tensor print(this torch.Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null,
        CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    /// <summary>The value of a one-element tensor.</summary>
    public static float ToSingle(this torch.Tensor value) => (float)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static double ToDouble(this torch.Tensor value) => (double)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static Half ToHalf(this torch.Tensor value) => (Half)(float)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static byte ToByte(this torch.Tensor value) => (byte)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static sbyte ToSByte(this torch.Tensor value) => (sbyte)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static short ToInt16(this torch.Tensor value) => (short)value;

    /// <summary>The value of a one-element complex tensor.</summary>
    public static (float Real, float Imaginary) ToComplexFloat32(this torch.Tensor value)
    {
        var number = value.ToComplexFloat64();
        return ((float)number.Real, (float)number.Imaginary);
    }

    /// <summary>The value of a one-element complex tensor.</summary>
    public static Complex ToComplexFloat64(this torch.Tensor value)
    {
        using var wide = Casts.To(value, torch.ScalarType.ComplexFloat64);
        return wide.item<Complex>();
    }

    /// <summary>The value of a one-element tensor.</summary>
    public static int ToInt32(this torch.Tensor value) => (int)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static long ToInt64(this torch.Tensor value) => (long)value;

    /// <summary>The value of a one-element tensor.</summary>
    public static bool ToBoolean(this torch.Tensor value) => (bool)value;

    /// <summary>The size of an element in bytes.</summary>
    public static int ElementSize(this torch.ScalarType type) => DTypes.SizeOf(type);

    /// <summary>The product of lengths.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Layout.Count(shape.ToArray());
}
