using System.Numerics;
using ManagedTorch.Core;
using ManagedTorch.Threading;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Rows and elements chosen by position, without history: gather y[i, j] = x[p[i, j], j] and scatter y[p[i, j], j] = x[i, j] (or +=),
/// shown for dimension 0. Each is the backward function of the other.
/// </summary>
internal static unsafe class Selection
{
    /// <summary>Rows of a (rows, width) tensor by position.</summary>
    public static Tensor ReadRows(Tensor table, Tensor positions, string name)
    {
        using var ordered = table.InOrder();
        using var at = positions.InOrder();
        Check(at, table.Sizes[0], name);
        var result = Tensor.Empty([positions.Count, table.Sizes[1]], table.Type);
        var bytes = table.Sizes[1] * table.ElementSize;
        byte* from = ordered.Bytes, to = result.Bytes;
        var p = at.Pointer<long>();
        WorkerPool.ForRange(positions.Count, Math.Max(1, 65536 / Math.Max(1, bytes)), (start, end) =>
        {
            for (var i = start; i < end; i++)
                Buffer.MemoryCopy(from + (p[i] * bytes), to + (i * bytes), bytes, bytes);
        });
        GC.KeepAlive(ordered);
        GC.KeepAlive(at);
        return result;
    }

    /// <summary>Stores rows at positions of a contiguous (rows, width) tensor, in order, or adds them.</summary>
    public static void WriteRows(Tensor target, Tensor positions, Tensor rows, bool accumulate)
    {
        using var from = rows.InOrder();
        using var at = positions.InOrder();
        if (!target.Contiguous)
            throw new InvalidOperationException("index_put_: the target of the rows must be contiguous.");
        Check(at, target.Sizes[0], "index_put_");
        if (DTypes.IsReduced(target.Type))
        {
            InFloats(target, from, (wide, values) => WriteRows(wide, at, values, accumulate));
            return;
        }

        switch (target.Type)
        {
            case ScalarType.Float32: Write<float>(target, at, from, accumulate); break;
            case ScalarType.Float64: Write<double>(target, at, from, accumulate); break;
            case ScalarType.Int64: Write<long>(target, at, from, accumulate); break;
            case ScalarType.Int32: Write<int>(target, at, from, accumulate); break;
            case ScalarType.Int16: Write<short>(target, at, from, accumulate); break;
            case ScalarType.Int8: Write<sbyte>(target, at, from, accumulate); break;
            default: Write<byte>(target, at, from, accumulate); break;
        }
    }

    /// <summary>result[..., i, ...] = x[..., index[..., i, ...], ...] along a dimension.</summary>
    public static Tensor Gather(Tensor x, int dim, Tensor index)
    {
        using var ordered = x.InOrder();
        using var at = index.InOrder();
        Check(at, x.Rank == 0 ? 1 : x.Sizes[dim], "gather");
        var result = Tensor.Empty(index.Sizes, x.Type);
        switch (x.ElementSize)
        {
            case 1: Along<byte>(ordered, result, at, dim, (p, q) => *q = *p); break;
            case 2: Along<short>(ordered, result, at, dim, (p, q) => *q = *p); break;
            case 4: Along<int>(ordered, result, at, dim, (p, q) => *q = *p); break;
            case 8: Along<long>(ordered, result, at, dim, (p, q) => *q = *p); break;
            default: Along<Int128>(ordered, result, at, dim, (p, q) => *q = *p); break;
        }

        return result;
    }

    /// <summary>target[..., index[..., i, ...], ...] = source[..., i, ...], or +=, along a dimension; the target is contiguous.</summary>
    public static void Scatter(Tensor target, int dim, Tensor index, Tensor source, bool add)
    {
        using var from = Casts.To(source, target.Type);
        using var part = from.ViewOf(index.Sizes, from.Strides, from.Offset);
        using var ordered = part.InOrder();
        using var at = index.InOrder();
        Check(at, target.Rank == 0 ? 1 : target.Sizes[dim], "scatter");
        if (DTypes.IsReduced(target.Type))
        {
            InFloats(target, ordered, (wide, values) => Scatter(wide, dim, at, values, add));
            return;
        }

        switch (target.Type)
        {
            case ScalarType.Float32: Put<float>(target, ordered, at, dim, add); break;
            case ScalarType.Float64: Put<double>(target, ordered, at, dim, add); break;
            case ScalarType.Int64: Put<long>(target, ordered, at, dim, add); break;
            case ScalarType.Int32: Put<int>(target, ordered, at, dim, add); break;
            case ScalarType.Int16: Put<short>(target, ordered, at, dim, add); break;
            case ScalarType.Int8: Put<sbyte>(target, ordered, at, dim, add); break;
            default: Put<byte>(target, ordered, at, dim, add); break;
        }
    }

    // Changes a tensor of 16-bit floats through a copy in Float32.
    private static void InFloats(Tensor target, Tensor source, Action<Tensor, Tensor> change)
    {
        using var wide = Casts.To(target, ScalarType.Float32);
        using var values = Casts.To(source, ScalarType.Float32);
        change(wide, values);
        using var narrow = Casts.To(wide, target.Type);
        Tensor.CopyElements(narrow, target);
    }

    private delegate void Move<T>(T* large, T* small) where T : unmanaged;

    private static void Put<T>(Tensor target, Tensor source, Tensor index, int dim, bool add) where T : unmanaged, INumber<T>
    {
        _ = target.Pointer<T>();
        if (add)
            Along<T>(target, source, index, dim, (p, q) => *p += *q);
        else
            Along<T>(target, source, index, dim, (p, q) => *p = *q);
    }

    // Visits each position of the index with its element in the indexed tensor (large) and in the one of the index's shape (small).
    private static void Along<T>(Tensor large, Tensor small, Tensor index, int dim, Move<T> move) where T : unmanaged
    {
        T* p = (T*)large.Bytes, q = (T*)small.Bytes;
        var at = index.Pointer<long>();
        var strides = Layout.ContiguousStrides(large.Sizes);
        var sizes = index.Sizes;
        var position = new long[Math.Max(1, sizes.Length)];
        for (long i = 0, n = index.Count; i < n; i++)
        {
            var offset = at[i] * (strides.Length == 0 ? 0 : strides[dim]);
            for (var d = 0; d < sizes.Length; d++)
                offset += d == dim ? 0 : position[d] * strides[d];
            move(p + offset, q + i);
            for (var d = sizes.Length - 1; d >= 0 && ++position[d] == sizes[d]; d--)
                position[d] = 0;
        }

        GC.KeepAlive(large);
        GC.KeepAlive(small);
        GC.KeepAlive(index);
    }

    private static void Write<T>(Tensor target, Tensor positions, Tensor rows, bool accumulate) where T : unmanaged, INumber<T>
    {
        var width = target.Sizes[1];
        T* from = rows.Pointer<T>(), to = target.Pointer<T>();
        var at = positions.Pointer<long>();
        for (long i = 0, n = positions.Count; i < n; i++)
        {
            T* p = from + (i * width), q = to + (at[i] * width);
            for (long j = 0; j < width; j++)
                q[j] = accumulate ? q[j] + p[j] : p[j];
        }

        GC.KeepAlive(rows);
        GC.KeepAlive(positions);
    }

    private static void Check(Tensor positions, long length, string name)
    {
        if (positions.Type != ScalarType.Int64)
            throw new ArgumentException($"{name}: positions must be Int64, not {positions.Type}.");
        foreach (var position in positions.Span<long>())
            if (position < 0 || position >= length)
                throw new ArgumentOutOfRangeException(nameof(positions), $"{name}: position {position} is outside [0, {length}).");
    }
}
