using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Element number i in row-major order.</summary>
        /// <exception cref="ArgumentException">The type is not the tensor's.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            if (DTypes.Of<T>() != Type)
                throw new ArgumentException(
                    $"ReadCpuValue: the tensor holds {Type}, not {DTypes.Of<T>()}; ask for that type or convert the tensor.");
            if (i < 0 || i >= Count)
                throw new ArgumentOutOfRangeException(nameof(i), $"ReadCpuValue: there is no element {i}; the tensor has {Count}.");
            var place = 0L;
            for (var d = Rank - 1; d >= 0; d--)
                (i, place) = (i / Sizes[d], place + (i % Sizes[d] * Strides[d]));
            var value = Pointer<T>()[place];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>Element number i of a Bool tensor in row-major order.</summary>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>Element number i of a Byte tensor in row-major order.</summary>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <summary>Element number i of an Int8 tensor in row-major order.</summary>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <summary>Element number i of an Int16 tensor in row-major order.</summary>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <summary>Element number i of an Int32 tensor in row-major order.</summary>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <summary>Element number i of an Int64 tensor in row-major order.</summary>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <summary>Element number i of a Float16 tensor in row-major order.</summary>
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>Element number i of a BFloat16 tensor in row-major order.</summary>
        public float ReadCpuBFloat16(long i) => (float)ReadCpuValue<BFloat16>(i);

        /// <summary>Element number i of a Float32 tensor in row-major order.</summary>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <summary>Element number i of a Float64 tensor in row-major order.</summary>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
    }
}
