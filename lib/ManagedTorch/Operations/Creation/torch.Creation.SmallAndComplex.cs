using System.Numerics;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor((float, float)[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(Complex[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<(float, float)> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<Complex> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>A complex number as a tensor without dimensions.</summary>
    public static Tensor tensor((double Real, double Imaginary) scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Creation.FromArray([new Complex(scalar.Real, scalar.Imaginary)], [], dtype, device, requires_grad);

    /// <summary>A complex number as a tensor without dimensions.</summary>
    public static Tensor tensor((float Real, float Imaginary) scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Creation.FromArray([scalar], [], dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor((float Real, float Imaginary)[,,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromRectangle<(float, float)>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor((float Real, float Imaginary)[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromRectangle<(float, float)>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor((float Real, float Imaginary)[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromRectangle<(float, float)>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor((float Real, float Imaginary)[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromRectangle<(float, float)>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor((float Real, float Imaginary)[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromRectangle<(float, float)>(rawArray, dtype, device, requires_grad);

    /// <summary>A complex number as a tensor without dimensions.</summary>
    public static Tensor tensor(Complex scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.FromArray([scalar], [], dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Complex[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Complex>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Complex[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Complex>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Complex[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Complex>(rawArray, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Complex[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(Complex[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Half[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Half>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Half[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Half>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(Half[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<Half>(rawArray, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Half[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(Half[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<(float Real, float Imaginary)> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(IList<(float Real, float Imaginary)> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<(float Real, float Imaginary)> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<(float Real, float Imaginary)> rawArray, long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<(float Real, float Imaginary)> rawArray, long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Complex> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(IList<Complex> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Complex> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Complex> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Complex> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<Complex> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<Complex>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<Half> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<Half>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<sbyte>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<short>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>A complex number as a tensor without dimensions.</summary>
    public static Tensor tensor(double real, double imaginary, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Creation.FromArray([new Complex(real, imaginary)], [], dtype, device, requires_grad);

    /// <summary>A complex number as a tensor without dimensions.</summary>
    public static Tensor tensor(float real, float imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.FromArray([(real, imaginary)], [], dtype, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.FromArray([scalar], [], null, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        Creation.FromArray([scalar], [], null, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<short>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<short>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of the same shape; the elements are copied.</summary>
    public static Tensor tensor(short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<short>(rawArray, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);
}
