namespace TorchSharp;

/// <summary>Conversions between numbers and scalars.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>A scalar of type Bool.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>A scalar of type Int8.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>A scalar of type Int16.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>A scalar of type Float16.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>A scalar of type Int32.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A scalar of type Int64.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A scalar of type Float32.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A scalar of type Float64.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The value as a truth value.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsBool;

    /// <summary>The value as an 8-bit integer, truncated.</summary>
    public static byte ToByte(this Scalar value) => (byte)value.AsLong;

    /// <summary>The value as an 8-bit integer with sign, truncated.</summary>
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.AsLong;

    /// <summary>The value as a 16-bit integer, truncated.</summary>
    public static short ToInt16(this Scalar value) => (short)value.AsLong;

    /// <summary>The value as a 16-bit floating-point number.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble;

    /// <summary>The value as a 32-bit integer, truncated.</summary>
    public static int ToInt32(this Scalar value) => (int)value.AsLong;

    /// <summary>The value as a 64-bit integer, truncated.</summary>
    public static long ToInt64(this Scalar value) => value.AsLong;

    /// <summary>The value as a 32-bit floating-point number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;

    /// <summary>The value as a 64-bit floating-point number.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble;
}
