using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Orders along a dimension: y_i = x_{p(i)}, stable, NaN last. Backward: dx_{p(i)} = dy_i (that of gather).
    /// </summary>
    internal static unsafe class Sorting
    {
        /// <summary>The positions that sort along the last dimension, stable; NaN counts as the largest. Without history.</summary>
        public static Tensor Order(Tensor x, bool descending)
        {
            if (DTypes.IsReduced(x.Type))
            {
                using var wide = Casts.To(x, ScalarType.Float32);
                return Order(wide, descending);
            }

            using var input = x.InOrder();
            var result = Tensor.Empty(x.Sizes, ScalarType.Int64);
            switch (x.Type)
            {
                case ScalarType.Float32: Rows<float>(input, result, descending); break;
                case ScalarType.Float64: Rows<double>(input, result, descending); break;
                case ScalarType.Int64: Rows<long>(input, result, descending); break;
                case ScalarType.Int32: Rows<int>(input, result, descending); break;
                case ScalarType.Int16: Rows<short>(input, result, descending); break;
                case ScalarType.Int8: Rows<sbyte>(input, result, descending); break;
                default: Rows<byte>(input, result, descending); break;
            }

            return result;
        }

        private static void Rows<T>(Tensor x, Tensor result, bool descending) where T : unmanaged, INumber<T>
        {
            var n = checked((int)(x.Rank == 0 ? 1 : x.Sizes[^1]));
            var values = new T[n];
            var order = new long[n];
            for (long r = 0, rows = n == 0 ? 0 : x.Count / n; r < rows; r++)
            {
                new Span<T>(x.Pointer<T>() + (r * n), n).CopyTo(values);
                for (var i = 0; i < n; i++)
                    order[i] = i;
                order.AsSpan().Sort((a, b) =>
                {
                    T p = values[a], q = values[b];
                    var less = T.IsNaN(p) ? (T.IsNaN(q) ? 0 : 1) : T.IsNaN(q) ? -1 : p.CompareTo(q);
                    less = descending ? -less : less;
                    return less != 0 ? less : a.CompareTo(b);
                });
                order.CopyTo(new Span<long>(result.Pointer<long>() + (r * n), n));
            }

            GC.KeepAlive(x);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public unsafe partial class Tensor
        {
            /// <summary>The positions that sort along a dimension.</summary>
            public Tensor argsort(long dim = -1, bool descending = false)
            {
                var at = Layout.Dimension(dim, Rank, "argsort");
                using var last = Rank == 0 ? Alias() : detach().transpose(at, -1);
                var order = Sorting.Order(last, descending);
                return Rank == 0 ? order : order.transpose(at, -1).contiguous();
            }

            /// <summary>The elements in order along a dimension, and where they were.</summary>
            public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
            {
                var order = argsort(dim, descending);
                return (Rank == 0 ? alias() : gather(dim, order), order);
            }

            /// <summary>The k largest (or smallest) elements along a dimension, in order, and where they are.</summary>
            public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
            {
                var at = Layout.Dimension(dim, Rank, "topk");
                if (Rank == 0 && k == 1)
                    return (alias(), Zeros([], ScalarType.Int64));
                if (k < 0 || Rank == 0 || k > Sizes[at])
                    throw Errors.Shape("topk", Sizes, $"there are no {k} elements along dimension {at}");
                var best = argsort(at, largest).narrow(at, 0, k).contiguous();
                return (gather(at, best), best);
            }
        }

        /// <summary>The k largest (or smallest) elements along a dimension, in order, and where they are.</summary>
        public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
            tensor.topk(k, dim, largest, sorted);

        /// <summary>The elements in order along a dimension, and where they were.</summary>
        public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
            input.sort(dim, descending, stable);
    }
}
