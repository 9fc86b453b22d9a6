using System.Numerics;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Binary operations z_i = f(x_i, y_i) with broadcasting and promotion, without history: shapes are aligned at their last dimension, and
/// a length of 1 is repeated.
/// </summary>
internal static unsafe class Elementwise
{
    public static Tensor Sum(Tensor a, Tensor b) => Binary<BinaryOperators.Add>("add", a, b);

    /// <summary>target += addend, where the addend broadcasts to the target.</summary>
    public static void AddInPlace(Tensor target, Tensor addend) => BinaryInPlace<BinaryOperators.Add>("add_", target, addend);

    /// <summary>The type of a result: a tensor without dimensions gives way to one with, unless its category is higher.</summary>
    public static ScalarType ResultType(Tensor a, Tensor b)
    {
        if (a.Rank > 0 && b.Rank == 0 && !DTypes.HigherCategory(b.Type, a.Type))
            return a.Type;
        if (b.Rank > 0 && a.Rank == 0 && !DTypes.HigherCategory(a.Type, b.Type))
            return b.Type;
        return DTypes.Promote(a.Type, b.Type);
    }

    /// <summary>The type that a number takes beside a tensor.</summary>
    public static ScalarType ScalarTypeBeside(Tensor tensor, TorchSharp.Scalar scalar)
    {
        if (!DTypes.HigherCategory(scalar.Type, tensor.Type))
            return tensor.Type;
        return DTypes.IsFloating(scalar.Type) ? get_default_dtype() : ScalarType.Int64;
    }

    public static Tensor Binary<TOp>(string name, Tensor a, Tensor b) where TOp : IBinaryOperator =>
        Binary<TOp>(name, a, b, ResultType(a, b));

    public static Tensor Binary<TOp>(string name, Tensor a, Tensor b, ScalarType type) where TOp : IBinaryOperator
    {
        var shape = Layout.Broadcast(name, a.Sizes, b.Sizes);
        // 16-bit floats are computed with in Float32, and rounded once.
        var computed = DTypes.IsReduced(type) ? ScalarType.Float32 : type;
        using var x = Casts.To(a, computed);
        using var y = Casts.To(b, computed);
        var result = Tensor.Empty(shape, computed);
        Into<TOp>(x, y, result);
        if (computed == type)
            return result;
        using (result)
            return Casts.To(result, type);
    }

    public static void BinaryInPlace<TOp>(string name, Tensor target, Tensor other) where TOp : IBinaryOperator
    {
        var shape = Layout.Broadcast(name, target.Sizes, other.Sizes);
        if (!shape.AsSpan().SequenceEqual(target.Sizes))
            throw Errors.Shapes(name, target.Sizes, other.Sizes, "the result would not fit into the first tensor");
        if (DTypes.HigherCategory(ResultType(target, other), target.Type))
            throw new InvalidOperationException(
                $"{name}: a result of type {ResultType(target, other)} cannot be stored in a tensor of type {target.Type}.");
        if (DTypes.IsReduced(target.Type))
        {
            using var rounded = Binary<TOp>(name, target, other, target.Type);
            Tensor.CopyElements(rounded, target);
            return;
        }

        using var y = Casts.To(other, target.Type);
        if (target.Contiguous)
        {
            Into<TOp>(target, y, target);
            return;
        }

        using var result = Tensor.Empty(shape, target.Type);
        Into<TOp>(target, y, result);
        Tensor.CopyElements(result, target);
    }

    private static void Into<TOp>(Tensor a, Tensor b, Tensor result) where TOp : IBinaryOperator
    {
        switch (result.Type)
        {
            case ScalarType.Float32: IntoFloat<TOp>(a, b, result); break;
            case ScalarType.Float64: Into<TOp, double>(a, b, result); break;
            case ScalarType.Int64: Into<TOp, long>(a, b, result); break;
            case ScalarType.Int32: Into<TOp, int>(a, b, result); break;
            case ScalarType.Int16: Into<TOp, short>(a, b, result); break;
            case ScalarType.Int8: Into<TOp, sbyte>(a, b, result); break;
            case ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64: Complexes.Into<TOp>(a, b, result); break;
            case ScalarType.Bool: IntoBool<TOp>(a, b, result); break;
            default: Into<TOp, byte>(a, b, result); break;
        }
    }

    private static void IntoBool<TOp>(Tensor a, Tensor b, Tensor result) where TOp : IBinaryOperator
    {
        if (typeof(TOp) == typeof(BinaryOperators.Subtract))
            throw new InvalidOperationException(
                "sub: truth values have no difference; use ^ or logical_not(), or convert them to numbers.");
        Into<TOp, byte>(a, b, result);
        // true + true is true.
        foreach (ref var truth in result.Span<byte>())
            truth = Math.Min(truth, (byte)1);
    }

    private static void IntoFloat<TOp>(Tensor a, Tensor b, Tensor result) where TOp : IBinaryOperator
    {
        if (FastOperation.Of<TOp>() is not { } fast)
        {
            Into<TOp, float>(a, b, result);
            return;
        }

        float* x = a.Pointer<float>(), y = b.Pointer<float>(), z = result.Pointer<float>();
        if (a.Contiguous && b.Contiguous && a.Count == result.Count && b.Count == result.Count)
        {
            fast.Rows(x, y, z, result.Count);
        }
        else
        {
            var walk = new StridedPair(result.Sizes, a, b);
            if (walk.StepA == 1 && walk.StepB == 1)
                walk.ForEachRow((i, j, o, n) => fast.Rows(x + i, y + j, z + o, n));
            else if (walk.StepA == 1 && walk.StepB == 0)
                walk.ForEachRow((i, j, o, n) => fast.RowAndNumber(x + i, y[j], z + o, n));
            else
                Rows<TOp, float>(walk, x, y, z);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    private static void Into<TOp, T>(Tensor a, Tensor b, Tensor result) where TOp : IBinaryOperator where T : unmanaged, INumber<T>
    {
        Rows<TOp, T>(new StridedPair(result.Sizes, a, b), a.Pointer<T>(), b.Pointer<T>(), result.Pointer<T>());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    private static void Rows<TOp, T>(StridedPair walk, T* x, T* y, T* z) where TOp : IBinaryOperator where T : unmanaged, INumber<T>
    {
        long stepX = walk.StepA, stepY = walk.StepB;
        walk.ForEachRow((i, j, o, n) =>
        {
            T* p = x + i, q = y + j, r = z + o;
            for (long k = 0; k < n; k++, p += stepX, q += stepY)
                r[k] = TOp.Apply(*p, *q);
        });
    }

    /// <summary>The vectorised form of an operation on floats, for those that have one.</summary>
    private sealed class FastOperation
    {
        private static readonly Dictionary<Type, FastOperation> All = new()
        {
            [typeof(BinaryOperators.Add)] = new() { Rows = &Arithmetic.Add, RowAndNumber = &Arithmetic.AddScalar },
            [typeof(BinaryOperators.Subtract)] = new() { Rows = &Arithmetic.Sub, RowAndNumber = &Arithmetic.SubScalar },
            [typeof(BinaryOperators.Multiply)] = new() { Rows = &Arithmetic.Mul, RowAndNumber = &Arithmetic.MulScalar },
            [typeof(BinaryOperators.Divide)] = new() { Rows = &Arithmetic.Div, RowAndNumber = &Arithmetic.DivScalar },
            [typeof(BinaryOperators.Maximum)] = new() { Rows = &Arithmetic.Maximum, RowAndNumber = &Arithmetic.MaximumScalar },
            [typeof(BinaryOperators.Minimum)] = new() { Rows = &Arithmetic.Minimum, RowAndNumber = &Arithmetic.MinimumScalar },
        };

        public required delegate*<float*, float*, float*, long, void> Rows { get; init; }

        public required delegate*<float*, float, float*, long, void> RowAndNumber { get; init; }

        public static FastOperation? Of<TOp>() => All.GetValueOrDefault(typeof(TOp));
    }
}
