using System.Numerics;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

/// <summary>Tensors as numbers, as text, and in files.</summary>
public static partial class TensorExtensionMethods
{
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
