using ManagedTorch.Core;
using ManagedTorch.Operations;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The value of a one-element tensor.</summary>
        /// <exception cref="ArgumentException">There is more than one element, or the type is not the tensor's.</exception>
        public T item<T>() where T : unmanaged
        {
            if (Count != 1)
                throw Errors.Shape("item", Sizes, "it needs a tensor of one element; use data<T>() for more");
            if (DTypes.Of<T>() != Type)
                throw new ArgumentException(
                    $"item: the tensor holds {Type}, not {DTypes.Of<T>()}; ask for that type or convert the tensor.");
            var value = *Pointer<T>();
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The value of a one-element tensor.</summary>
        public Scalar ToScalar() => Type switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => (float)item<ManagedTorch.Core.BFloat16>(),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => throw new InvalidOperationException(
                $"ToScalar: {Type} is two numbers; use real or imag first, or item<System.Numerics.Complex>()."),
            ScalarType.Byte => item<byte>(),
            _ => item<bool>(),
        };

        /// <summary>The elements, in row-major order.</summary>
        /// <exception cref="ArgumentException">The type is not the tensor's.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            if (DTypes.Of<T>() != Type)
                throw new ArgumentException(
                    $"data: the tensor holds {Type}, not {DTypes.Of<T>()}; ask for that type or convert the tensor.");
            return new TensorAccessor<T>(this);
        }

        /// <summary>The raw bytes of a contiguous tensor.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!Contiguous)
                    throw Errors.Shape("bytes", Sizes, "the elements do not lie in order; use contiguous() first");
                return new Span<byte>(Bytes, checked((int)(Count * ElementSize)));
            }
            set
            {
                BeforeInPlace("bytes");
                value.CopyTo(bytes);
                AfterInPlace();
            }
        }

        /// <summary>True when the only element is not zero.</summary>
        public bool is_nonzero() => ToScalar().AsBool;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator float(Tensor value) => (float)value.ToScalar().AsDouble;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator double(Tensor value) => value.ToScalar().AsDouble;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator int(Tensor value) => (int)value.ToScalar().AsLong;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator short(Tensor value) => (short)value.ToScalar().AsLong;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator sbyte(Tensor value) => (sbyte)value.ToScalar().AsLong;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator byte(Tensor value) => (byte)value.ToScalar().AsLong;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator long(Tensor value) => value.ToScalar().AsLong;

        /// <summary>The value of a one-element tensor.</summary>
        public static explicit operator bool(Tensor value) => value.ToScalar().AsBool;

        /// <summary>True when it is the same object.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <summary>A hash of the object, not of the elements.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
