using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Activations of one element: y = f(x) forward, dx = dy f'(x) backward, one pass over memory each; any shape.</summary>
internal static unsafe class Pointwise
{
    /// <exception cref="InvalidOperationException">The elements are not floats.</exception>
    public static Tensor Apply<TActivation>(string name, Tensor x, TActivation f)
        where TActivation : struct, IActivation
    {
        if (!DTypes.IsFloating(x.Type))
            throw new InvalidOperationException($"{name}: the elements must be floats, not {x.Type}.");
        if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
            return Apply(name, x.to_type(ScalarType.Float32), f).to_type(x.Type);
        using var input = x.InOrder();
        var result = Tensor.Empty(x.Sizes, x.Type);
        if (x.Type == ScalarType.Float32)
            ActivationForward<TActivation>.Run(f, input.Pointer<float>(), result.Pointer<float>(), result.Count);
        else
            ActivationForward<TActivation>.Run(f, input.Pointer<double>(), result.Pointer<double>(), result.Count);
        GC.KeepAlive(input);
        if (Tape.Open(name, x) is not { } node)
            return result;
        var saved = node.Save(input);
        node.Define(g =>
        {
            var dx = g[0]!.RoomForGradient();
            using var dy = g[0]!.InOrder();
            var values = saved.Value;
            if (dy.Type == ScalarType.Float32)
                ActivationBackward<TActivation>.Run(f, values.Pointer<float>(), dy.Pointer<float>(), dx.Pointer<float>(), dx.Count);
            else
                ActivationBackward<TActivation>.Run(f, values.Pointer<double>(), dy.Pointer<double>(), dx.Pointer<double>(), dx.Count);
            GC.KeepAlive(dy);
            return [dx];
        });
        return node.Close(result);
    }
}
