namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Element types, numbered as in TorchSharp. Float16 and BFloat16 are computed with in Float32; complex numbers serve the Fourier
    /// transforms.
    /// </summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        BFloat16 = 15,
    }

#pragma warning disable CA2211 // TorchSharp declares these as fields
    /// <summary>8-bit unsigned integers.</summary>
    public static ScalarType uint8 = ScalarType.Byte;

    /// <summary>32-bit integers.</summary>
    public static ScalarType int32 = ScalarType.Int32;

    /// <summary>32-bit integers.</summary>
    public static ScalarType @int = ScalarType.Int32;

    /// <summary>64-bit integers.</summary>
    public static ScalarType int64 = ScalarType.Int64;

    /// <summary>64-bit integers.</summary>
    public static ScalarType @long = ScalarType.Int64;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType float32 = ScalarType.Float32;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType @float = ScalarType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType float64 = ScalarType.Float64;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType @double = ScalarType.Float64;

    /// <summary>8-bit integers with sign.</summary>
    public static ScalarType int8 = ScalarType.Int8;

    /// <summary>16-bit integers.</summary>
    public static ScalarType int16 = ScalarType.Int16;

    /// <summary>16-bit integers.</summary>
    public static ScalarType @short = ScalarType.Int16;

    /// <summary>16-bit floating point with 10 bits of fraction; computed with in Float32.</summary>
    public static ScalarType float16 = ScalarType.Float16;

    /// <summary>16-bit floating point with 10 bits of fraction; computed with in Float32.</summary>
    public static ScalarType half = ScalarType.Float16;

    /// <summary>16-bit floating point with the range of Float32 and 7 bits of fraction; computed with in Float32.</summary>
    public static ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>Two Float32 numbers.</summary>
    public static ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary>Two Float32 numbers.</summary>
    public static ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <summary>Two Float64 numbers.</summary>
    public static ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary>Two Float64 numbers.</summary>
    public static ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <summary>Truth values, one byte each.</summary>
    public static ScalarType @bool = ScalarType.Bool;
#pragma warning restore CA2211

    private static ScalarType defaultDType = ScalarType.Float32;

    /// <summary>The floating-point type of tensors made without a dtype.</summary>
    public static ScalarType get_default_dtype() => defaultDType;

    /// <summary>Sets the floating-point type of tensors made without a dtype.</summary>
    /// <exception cref="ArgumentException">The type is not Float32 or Float64.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (dtype is not (ScalarType.Float32 or ScalarType.Float64))
            throw new ArgumentException($"The default dtype must be Float32 or Float64, not {dtype}.");
        defaultDType = dtype;
    }
}
