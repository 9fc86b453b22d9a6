using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// y = x where the condition holds, else z; all three broadcast. Backward: dx = dy where it holds, else 0; dz the other way round.
/// </summary>
internal static unsafe class Choice
{
    public static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        var type = Elementwise.ResultType(x, y);
        var shape = Layout.Broadcast("where", condition.Sizes, Layout.Broadcast("where", x.Sizes, y.Sizes));
        using var truth = Spread(condition, ScalarType.Bool, shape);
        using var a = Spread(x, type, shape);
        using var b = Spread(y, type, shape);
        var result = Tensor.Empty(shape, type);
        switch (result.ElementSize)
        {
            case 1: Pick<byte>(truth, a, b, result); break;
            case 2: Pick<short>(truth, a, b, result); break;
            case 4: Pick<int>(truth, a, b, result); break;
            case 8: Pick<long>(truth, a, b, result); break;
            default: Pick<Int128>(truth, a, b, result); break;
        }

        if (Tape.Open("where", null, x, y) is not { } node)
            return result;
        var saved = node.Save(condition);
        var (shapeX, shapeY) = (x.Sizes, y.Sizes);
        node.Define(g =>
        {
            using var zero = Creation.Full([], 0, g[0]!.Type);
            return
            [
                null,
                node.Needs(1) ? Reduction.SumTo(Where(saved.Value, g[0]!, zero), shapeX) : null,
                node.Needs(2) ? Reduction.SumTo(Where(saved.Value, zero, g[0]!), shapeY) : null,
            ];
        });
        return node.Close(result);
    }

    private static Tensor Spread(Tensor x, ScalarType type, long[] shape)
    {
        using var cast = Casts.To(x, type);
        using var wide = cast.ViewOf(shape, Layout.BroadcastStrides(cast.Sizes, cast.Strides, shape), cast.Offset);
        return wide.InOrder();
    }

    private static void Pick<T>(Tensor condition, Tensor x, Tensor y, Tensor result) where T : unmanaged
    {
        var truth = condition.Pointer<byte>();
        T* a = (T*)x.Bytes, b = (T*)y.Bytes, z = (T*)result.Bytes;
        for (long i = 0, n = result.Count; i < n; i++)
            z[i] = truth[i] != 0 ? a[i] : b[i];
        GC.KeepAlive(condition);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }
}
