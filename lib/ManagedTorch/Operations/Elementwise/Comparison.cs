using System.Numerics;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Element-wise questions; the answers are Bool.</summary>
internal static unsafe class Comparison
{
    internal interface IQuestion
    {
        static abstract bool Ask<T>(T a, T b) where T : unmanaged, INumber<T>;
    }

    internal readonly struct Equal : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a == b;
    }

    internal readonly struct NotEqual : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a != b;
    }

    internal readonly struct Less : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a < b;
    }

    internal readonly struct LessOrEqual : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a <= b;
    }

    internal readonly struct Greater : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a > b;
    }

    internal readonly struct GreaterOrEqual : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => a >= b;
    }

    internal readonly struct And : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) && !T.IsZero(b);
    }

    internal readonly struct Or : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) || !T.IsZero(b);
    }

    internal readonly struct Xor : IQuestion
    {
        public static bool Ask<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsZero(a) != T.IsZero(b);
    }

    public static Tensor Ask<TQuestion>(string name, Tensor a, Tensor b) where TQuestion : IQuestion
    {
        var type = Elementwise.ResultType(a, b);
        var shape = Layout.Broadcast(name, a.Sizes, b.Sizes);
        if (DTypes.IsComplex(type))
            return Complexes.Ask<TQuestion>(name, a, b, type, shape);
        type = DTypes.IsReduced(type) ? ScalarType.Float32 : type;
        using var x = Casts.To(a, type);
        using var y = Casts.To(b, type);
        var result = Tensor.Empty(shape, ScalarType.Bool);
        switch (type)
        {
            case ScalarType.Float32: Rows<TQuestion, float>(x, y, result); break;
            case ScalarType.Float64: Rows<TQuestion, double>(x, y, result); break;
            case ScalarType.Int64: Rows<TQuestion, long>(x, y, result); break;
            case ScalarType.Int32: Rows<TQuestion, int>(x, y, result); break;
            case ScalarType.Int16: Rows<TQuestion, short>(x, y, result); break;
            case ScalarType.Int8: Rows<TQuestion, sbyte>(x, y, result); break;
            default: Rows<TQuestion, byte>(x, y, result); break;
        }

        return result;
    }

    private static void Rows<TQuestion, T>(Tensor a, Tensor b, Tensor result) where TQuestion : IQuestion where T : unmanaged, INumber<T>
    {
        var walk = new StridedPair(result.Sizes, a, b);
        T* x = a.Pointer<T>(), y = b.Pointer<T>();
        var z = result.Pointer<byte>();
        long stepX = walk.StepA, stepY = walk.StepB;
        walk.ForEachRow((i, j, o, n) =>
        {
            T* p = x + i, q = y + j;
            for (long k = 0; k < n; k++, p += stepX, q += stepY)
                z[o + k] = TQuestion.Ask(*p, *q) ? (byte)1 : (byte)0;
        });
        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }
}
