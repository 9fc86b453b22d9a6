using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number with an element type of its own, so that an operation can tell 1 from 1.0.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double floating;
    private readonly long integer;

    private Scalar(ScalarType type, double floating, long integer)
    {
        Type = type;
        this.floating = floating;
        this.integer = integer;
    }

    /// <summary>The element type.</summary>
    public ScalarType Type { get; }

    internal double AsDouble => IsFloating ? floating : integer;

    internal long AsLong => IsFloating ? (long)floating : integer;

    internal bool AsBool => IsFloating ? floating != 0 : integer != 0;

    private bool IsFloating => Type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, 0, value ? 1 : 0);

    /// <summary>An 8-bit integer.</summary>
    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, 0, value);

    /// <summary>An 8-bit integer with sign.</summary>
    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int8, 0, value);

    /// <summary>A 16-bit integer.</summary>
    public static implicit operator Scalar(short value) => new(ScalarType.Int16, 0, value);

    /// <summary>A 16-bit floating-point number.</summary>
    public static implicit operator Scalar(Half value) => new(ScalarType.Float16, (double)value, 0);

    /// <summary>A 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => new(ScalarType.Int32, 0, value);

    /// <summary>A 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => new(ScalarType.Int64, 0, value);

    /// <summary>A 32-bit floating-point number.</summary>
    public static implicit operator Scalar(float value) => new(ScalarType.Float32, value, 0);

    /// <summary>A 64-bit floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(ScalarType.Float64, value, 0);

    /// <summary>Does nothing: the engine keeps no native handle. TorchSharp does.</summary>
    public void Dispose()
    {
    }
}
