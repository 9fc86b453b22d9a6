using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations
{
    /// <summary>Changes of element type.</summary>
    internal static unsafe class Casts
    {
        /// <summary>The tensor in another element type, or an alias of it; belongs to the caller, without history.</summary>
        public static Tensor To(Tensor source, ScalarType type)
        {
            if (source.Type == type)
                return source.Alias();
            if (DTypes.IsComplex(source.Type) || DTypes.IsComplex(type))
                return Complexes.Cast(source, type);
            // 16-bit floats are reached from and left for Float32.
            if ((DTypes.IsReduced(type) && source.Type != ScalarType.Float32)
                || (source.Type == ScalarType.BFloat16 && type != ScalarType.Float32))
                return Through(source, ScalarType.Float32, type);
            using var ordered = source.InOrder();
            var result = Tensor.Empty(source.Sizes, type);
            switch (source.Type)
            {
                case ScalarType.BFloat16: FromBFloat16(ordered, result); break;
                case ScalarType.Float16: From<Half>(ordered, result); break;
                case ScalarType.Int16: From<short>(ordered, result); break;
                case ScalarType.Int8: From<sbyte>(ordered, result); break;
                case ScalarType.Float32: From<float>(ordered, result); break;
                case ScalarType.Float64: From<double>(ordered, result); break;
                case ScalarType.Int64: From<long>(ordered, result); break;
                case ScalarType.Int32: From<int>(ordered, result); break;
                default: From<byte>(ordered, result); break;
            }

            return result;
        }

        private static Tensor Through(Tensor source, ScalarType middle, ScalarType type)
        {
            using var between = To(source, middle);
            return To(between, type);
        }

        private static void FromBFloat16(Tensor source, Tensor result)
        {
            var x = source.Pointer<BFloat16>();
            var y = result.Pointer<float>();
            for (long i = 0, n = result.Count; i < n; i++)
                y[i] = (float)x[i];
            GC.KeepAlive(source);
        }

        private static void From<S>(Tensor source, Tensor result) where S : unmanaged, INumber<S>
        {
            var x = source.Pointer<S>();
            var n = result.Count;
            switch (result.Type)
            {
                case ScalarType.Float32: Convert(x, result.Pointer<float>(), n); break;
                case ScalarType.Float64: Convert(x, result.Pointer<double>(), n); break;
                case ScalarType.Int64: Convert(x, result.Pointer<long>(), n); break;
                case ScalarType.Int32: Convert(x, result.Pointer<int>(), n); break;
                case ScalarType.Int16: Convert(x, result.Pointer<short>(), n); break;
                case ScalarType.Int8: Convert(x, result.Pointer<sbyte>(), n); break;
                case ScalarType.Float16: Convert(x, result.Pointer<Half>(), n); break;
                case ScalarType.BFloat16:
                    var rounded = result.Pointer<BFloat16>();
                    for (long i = 0; i < n; i++)
                        rounded[i] = (BFloat16)float.CreateTruncating(x[i]);
                    break;
                case ScalarType.Byte: Convert(x, result.Pointer<byte>(), n); break;
                case ScalarType.Bool:
                    var truth = result.Pointer<byte>();
                    for (long i = 0; i < n; i++)
                        truth[i] = (byte)(S.IsZero(x[i]) ? 0 : 1);
                    break;
                default: throw DTypes.Unsupported(result.Type);
            }

            GC.KeepAlive(source);
        }

        private static void Convert<S, D>(S* x, D* y, long n) where S : unmanaged, INumber<S> where D : unmanaged, INumber<D>
        {
            for (long i = 0; i < n; i++)
                y[i] = D.CreateTruncating(x[i]);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public unsafe partial class Tensor
        {
            /// <summary>The elements in another type; the same tensor when it has that type and no copy is asked for.</summary>
            public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            {
                if (dtype == type && !copy)
                {
                    var same = Same();
                    if (disposeAfter)
                        Dispose();
                    return same;
                }

                var source = Type;
                var result = dtype == type ? Copy() : ManagedTorch.Operations.Casts.To(this, type);
                if ((DTypes.IsFloating(type) || DTypes.IsComplex(type)) && Tape.Open("to", this) is { } node)
                {
                    node.Define(g => [ManagedTorch.Operations.Casts.To(g[0]!, source)]);
                    node.Close(result);
                }

                if (disposeAfter)
                    Dispose();
                return result;
            }

            /// <summary>The elements in another type.</summary>
            public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
                to_type(type, copy, disposeAfter);

            /// <summary>The tensor on a device; the embedded engine has the CPU.</summary>
            public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            {
                CheckDevice(device);
                return to_type(dtype, copy, disposeAfter);
            }

            /// <summary>The tensor on a device of a kind; the embedded engine has the CPU.</summary>
            public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
                bool non_blocking = false) =>
                to(new Device(deviceType, deviceIndex), copy, disposeAfter);

            /// <summary>The tensor on a device given by name; the embedded engine has the CPU.</summary>
            public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
                to(new Device(device), copy, disposeAfter);

            /// <summary>The elements in another type on a device.</summary>
            public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            {
                CheckDevice(device);
                return to_type(type, copy, disposeAfter);
            }

            /// <summary>The elements in the type of another tensor.</summary>
            public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype);

            /// <summary>The elements in another type.</summary>
            public Tensor type(ScalarType dtype) => to_type(dtype);

            /// <summary>The elements in the type of another tensor.</summary>
            public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

            /// <summary>The tensor on the CPU: itself.</summary>
            public Tensor cpu() => to(CPU);

            /// <summary>An error on the embedded engine: ask <see cref="torch.cuda.is_available"/> first.</summary>
            public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? new Device(DeviceType.CUDA));

            /// <summary>The elements as Float32.</summary>
            public Tensor @float() => to_type(ScalarType.Float32);

            /// <summary>The elements as Float16.</summary>
            public Tensor half() => to_type(ScalarType.Float16);

            /// <summary>The elements as BFloat16.</summary>
            public Tensor bfloat16() => to_type(ScalarType.BFloat16);

            /// <summary>The elements as Int16, truncated.</summary>
            public Tensor @short() => to_type(ScalarType.Int16);

            /// <summary>The elements as Int8, truncated.</summary>
            public Tensor @char() => to_type(ScalarType.Int8);

            /// <summary>The elements as complex numbers of two Float32.</summary>
            public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

            /// <summary>The elements as complex numbers of two Float64.</summary>
            public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

            /// <summary>The elements as Float64.</summary>
            public Tensor @double() => to_type(ScalarType.Float64);

            /// <summary>The elements as Int32, truncated.</summary>
            public Tensor @int() => to_type(ScalarType.Int32);

            /// <summary>The elements as Int64, truncated.</summary>
            public Tensor @long() => to_type(ScalarType.Int64);

            /// <summary>The elements as bytes, truncated.</summary>
            public Tensor @byte() => to_type(ScalarType.Byte);

            /// <summary>True where an element is not zero.</summary>
            public Tensor @bool() => to_type(ScalarType.Bool);
        }
    }
}
