using ManagedTorch.Autograd;
using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array: a buffer, the length and stride of each dimension (in elements) and an offset into the buffer.
    /// Views share the buffer. A tensor is disposed by its DisposeScope, by hand, or by the garbage collector.
    /// </summary>
    [ManagedTorch.Display.TypeFormatterSource(typeof(ManagedTorch.Display.TensorFormatterSource),
        PreferredMimeTypes = ["text/html", "text/plain"])]
    public unsafe partial class Tensor : IDisposable
    {
        private readonly ScalarType elementType;
        private Storage? storage;

        internal Tensor(Storage storage, ScalarType type, long[] sizes, long[] strides, long offset)
        {
            this.storage = storage;
            elementType = type;
            Sizes = sizes;
            Strides = strides;
            Offset = offset;
            DisposeScopeManager.Register(this);
        }

        /// <summary>Takes over another tensor's buffer, for subclasses.</summary>
        internal Tensor(Tensor source) : this(source.Storage.Retain(), source.elementType, source.Sizes, source.Strides, source.Offset)
        {
        }

        /// <summary>The length of each dimension, in a new array.</summary>
        public long[] shape => (long[])Live().Sizes.Clone();

        /// <summary>The number of dimensions.</summary>
        public long ndim => Live().Sizes.Length;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Live().Sizes.Length;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Layout.Count(Live().Sizes);

        /// <summary>The size of an element in bytes.</summary>
        public long ElementSize => DTypes.SizeOf(elementType);

        /// <summary>The element type.</summary>
        public ScalarType dtype => Live().elementType;

        /// <summary>The CPU.</summary>
        public Device device => CPU;

        /// <summary>CPU.</summary>
        public DeviceType device_type => DeviceType.CPU;

        /// <summary>-1: the CPU has no number.</summary>
        public int device_index => -1;

        /// <summary>False on the embedded engine.</summary>
        public bool is_cuda => false;

        /// <summary>True once the tensor is disposed.</summary>
        public bool IsInvalid => storage is null;

        internal long[] Sizes { get; private set; }

        internal long[] Strides { get; private set; }

        internal long Offset { get; private set; }

        internal DisposeScope? Scope { get; set; }

        /// <summary>True when an operation made the tensor as a view of another, whose elements it shares.</summary>
        internal bool IsView { get; init; }

        internal Storage Storage => storage ?? throw Disposed();

        internal ScalarType Type => elementType;

        internal int Rank => Live().Sizes.Length;

        internal long Count => Layout.Count(Live().Sizes);

        internal bool Contiguous => Layout.IsContiguous(Live().Sizes, Strides);

        /// <summary>The number of elements.</summary>
        public long numel() => Count;

        /// <summary>The number of dimensions.</summary>
        public long dim() => Rank;

        /// <summary>The size of an element in bytes.</summary>
        public long element_size() => ElementSize;

        /// <summary>The length of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The length of a dimension; negative counts from the end.</summary>
        public long size(int dim) => Sizes[Layout.Axis(dim, Live().Sizes, nameof(size))];

        /// <summary>The stride of each dimension in elements.</summary>
        public long[] stride() => (long[])Live().Strides.Clone();

        /// <summary>The stride of a dimension in elements.</summary>
        public long stride(int dim) => Strides[Layout.Axis(dim, Live().Sizes, nameof(stride))];

        /// <summary>The position of the first element in the buffer.</summary>
        public long storage_offset() => Live().Offset;

        /// <summary>True when the elements lie in row-major order without gaps.</summary>
        public bool is_contiguous() => Contiguous;

        /// <summary>True.</summary>
        public bool is_cpu() => true;

        /// <summary>True for Float16, BFloat16, Float32 and Float64.</summary>
        public bool is_floating_point() => DTypes.IsFloating(dtype);

        /// <summary>True for integer types.</summary>
        public bool is_integral() => DTypes.IsIntegral(dtype);

        /// <summary>True for complex numbers.</summary>
        public bool is_complex() => DTypes.IsComplex(dtype);

        /// <summary>Releases the tensor's hold on its buffer. Using the tensor afterwards is an error.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the tensor's hold on its buffer.</summary>
        protected virtual void Dispose(bool disposing)
        {
            Scope?.MarkAsDisposed(this);
            var held = Interlocked.Exchange(ref storage, null);
            held?.Release();
        }

        internal static Tensor Empty(ReadOnlySpan<long> sizes, ScalarType type)
        {
            var bytes = Layout.Bytes(sizes, type);
            Storage storage;
            try
            {
                storage = new Storage(bytes);
            }
            catch (OutOfMemoryException error)
            {
                throw Errors.Memory(sizes, type, bytes, error);
            }

            var owned = sizes.ToArray();
            return new Tensor(storage, type, owned, Layout.ContiguousStrides(owned), 0);
        }

        internal static Tensor Zeros(ReadOnlySpan<long> sizes, ScalarType type)
        {
            var result = Empty(sizes, type);
            ClearBytes(result.Bytes, result.Count * result.ElementSize);
            return result;
        }

        /// <summary>Another tensor over the same buffer, without history.</summary>
        internal Tensor ViewOf(long[] sizes, long[] strides, long offset) => new(Storage.Retain(), elementType, sizes, strides, offset);

        /// <summary>The same as <see cref="ViewOf"/> for the reader of the API, who may change elements through it.</summary>
        internal Tensor SharedViewOf(long[] sizes, long[] strides, long offset) =>
            new(Storage.Retain(), elementType, sizes, strides, offset) { IsView = true };

        /// <summary>Another tensor over the same elements, without history.</summary>
        internal Tensor Alias() => ViewOf(Sizes, Strides, Offset);

        /// <summary>
        /// Another object for the same tensor, history and gradient included: what an operation returns that has nothing to do. So a
        /// result can be disposed without disposing the input.
        /// </summary>
        internal Tensor Same() =>
            new(Storage.Retain(), elementType, Sizes, Strides, Offset) { IsView = IsView || History is not null, History = History };

        /// <summary>The address of the first element. Keep the tensor alive while it is used.</summary>
        internal byte* Bytes => Storage.Pointer + (Offset * DTypes.SizeOf(elementType));

        /// <summary>The same with its type. An operation that has no form for the tensor's type ends here.</summary>
        internal T* Pointer<T>() where T : unmanaged
        {
            if (DTypes.Of<T>() != elementType && !(typeof(T) == typeof(byte) && elementType == ScalarType.Bool))
                throw new NotSupportedException(
                    $"The operation needs {DTypes.Of<T>()} elements and has no form for {elementType}; "
                    + "convert the tensor, for example with to(ScalarType.Float32).");
            return (T*)Bytes;
        }

        /// <summary>The tensor itself when its elements lie in order, else a copy; the copy belongs to the caller.</summary>
        internal Tensor InOrder() => Contiguous ? Alias() : Copy();

        /// <summary>
        /// Room for the gradient of an operation's input, where this is the gradient of its output and each element of the one follows from
        /// the same element of the other: this very buffer when nobody else holds it, else a new one. Belongs to the caller.
        /// </summary>
        internal Tensor RoomForGradient() => Storage.IsExclusive && Contiguous ? Alias() : Empty(Sizes, elementType);

        /// <summary>A contiguous copy without history.</summary>
        internal Tensor Copy()
        {
            var result = Empty(Sizes, elementType);
            CopyElements(this, result);
            return result;
        }

        private protected void MoveTo(long[] sizes, long[] strides)
        {
            Sizes = sizes;
            Strides = strides;
        }

        private Tensor Live() => storage is null ? throw Disposed() : this;

        private static InvalidOperationException Disposed() =>
            new("The tensor has been disposed: it was used after its DisposeScope ended or after Dispose(). " +
                "Keep it with MoveToOuterDisposeScope() or DetachFromDisposeScope().");

        private static void ClearBytes(byte* pointer, long count)
        {
            const long block = 1L << 30;
            for (; count > 0; pointer += block, count -= block)
                new Span<byte>(pointer, (int)Math.Min(block, count)).Clear();
        }
    }
}
