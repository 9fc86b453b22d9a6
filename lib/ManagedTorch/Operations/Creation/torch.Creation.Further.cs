using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) =>
        tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>Elements as a tensor of one dimension; they are copied.</summary>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<byte>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<double>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<float>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<int>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray<long>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>Elements in row-major order as a tensor; they are copied.</summary>
    public static Tensor tensor(int[] rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>An array of any shape as a tensor; the elements are copied.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The tensor in a type; the same elements when it has that type.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        CheckDevice(device);
        return data.to_type(dtype ?? data.dtype);
    }

    /// <summary>Whole numbers from [low, high) in the shape and type of another tensor.</summary>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        input.randint_like(low, high, dtype, device, requires_grad);

    /// <summary>Random integers from [0, high).</summary>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random integers from [low, high).</summary>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randint(low, high, [.. size.Select(length => (long)length)], dtype, device, requires_grad, generator);

    public unsafe partial class Tensor
    {
        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(size.ToArray(), dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Empty([dim0, dim1, dim2], dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Empty([dim0, dim1, dim2, dim3], dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty([rows, columns], dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty([size], dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of another shape in this type with whatever the buffer held before.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(size, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Full(size.ToArray(), value, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Full([dim0, dim1, dim2], value, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Full([dim0, dim1, dim2, dim3], value, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Full([rows, columns], value, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Full([size], value, dtype ?? Type, device, requires_grad);

        /// <summary>One value in another shape in this type.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Full(size, value, dtype ?? Type, device, requires_grad);

        /// <summary>Ones of another shape in this type.</summary>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Ones([dim0, dim1, dim2], dtype ?? Type, device, requires_grad);

        /// <summary>Ones of another shape in this type.</summary>
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Ones([dim0, dim1, dim2, dim3], dtype ?? Type, device, requires_grad);

        /// <summary>Ones of another shape in this type.</summary>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Ones([rows, columns], dtype ?? Type, device, requires_grad);

        /// <summary>Ones of another shape in this type.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Ones([size], dtype ?? Type, device, requires_grad);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Zeros(size.ToArray(), dtype ?? Type, device, requires_grad);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Zeros([dim0, dim1, dim2], dtype ?? Type, device, requires_grad);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Creation.Zeros([dim0, dim1, dim2, dim3], dtype ?? Type, device, requires_grad);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Zeros([rows, columns], dtype ?? Type, device, requires_grad);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Zeros([size], dtype ?? Type, device, requires_grad);

        /// <summary>Whole numbers from [low, high) in this shape and type.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Randint(low, high, Sizes, dtype ?? Type, device, requires_grad, null);
    }
}
