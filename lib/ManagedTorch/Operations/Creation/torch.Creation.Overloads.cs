using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros(size, dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros(size.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros([size], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros([size], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones(size, dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones(size.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([size], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([size], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Ones([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty(size, dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty(size.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty([size], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty([size], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor with whatever the buffer held before.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Full(size, value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full(size.ToArray(), value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Full([size], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.Full([size], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2], value, dtype, device, requires_grad);

    /// <summary>A tensor of one value.</summary>
    public static Tensor full(int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand(size, dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers from [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn(size, dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, dtype ?? ScalarType.Bool, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, ScalarType.Byte, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, ScalarType.Int32, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, dtype ?? ScalarType.Int64, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, ScalarType.Float32, device, requires_grad);

    /// <summary>A number as a tensor without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([], scalar, dtype ?? ScalarType.Float64, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A list as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A list as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<int>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<int>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A list as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(dataArray, [dataArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(dataArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<long>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<long>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A list as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<float>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<float>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A list as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>An array as a tensor of a given shape; the elements are copied.</summary>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Creation.FromArray(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<double>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<double>(rawArray, dtype, device, requires_grad);

    /// <summary>An array as a tensor of its shape; the elements are copied.</summary>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromRectangle<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A list as a tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.FromArray(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);
}
