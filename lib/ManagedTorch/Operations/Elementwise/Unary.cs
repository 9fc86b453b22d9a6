using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Functions of one element.</summary>
internal static unsafe class Unary
{
    /// <summary>A function that gives floats: integers are converted first.</summary>
    /// <param name="derivative">Gradient of the input from (gradient, input, output); null when the function has none.</param>
    public static Tensor Floating(string name, Tensor x, delegate*<float*, float*, long, void> single, delegate*<double*, double*, long, void> @double,
        Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput = true, bool savesOutput = false)
    {
        using var input = Casts.To(x, DTypes.ToFloating(x.Type));
        return Apply(name, x, input, single, @double, derivative, savesInput, savesOutput);
    }

    /// <summary>A function that keeps the element type; integers go through <paramref name="integer"/>.</summary>
    public static Tensor Keeping(string name, Tensor x, delegate*<float*, float*, long, void> single, delegate*<double*, double*, long, void> @double,
        Func<long, long> integer, Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput = true)
    {
        if (DTypes.IsFloating(x.Type))
            return Apply(name, x, x, single, @double, derivative, savesInput, false);
        using var wide = Casts.To(x, ScalarType.Int64);
        using var ordered = wide.InOrder();
        using var result = Tensor.Empty(x.Sizes, ScalarType.Int64);
        long* p = ordered.Pointer<long>(), q = result.Pointer<long>();
        for (long i = 0, n = result.Count; i < n; i++)
            q[i] = integer(p[i]);
        GC.KeepAlive(ordered);
        return Casts.To(result, x.Type);
    }

    private static Tensor Apply(string name, Tensor x, Tensor input, delegate*<float*, float*, long, void> single,
        delegate*<double*, double*, long, void> @double, Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput, bool savesOutput)
    {
        using var ordered = input.InOrder();
        var result = Tensor.Empty(x.Sizes, input.Type);
        if (input.Type == ScalarType.Float32)
            single(ordered.Pointer<float>(), result.Pointer<float>(), result.Count);
        else
            @double(ordered.Pointer<double>(), result.Pointer<double>(), result.Count);
        GC.KeepAlive(ordered);
        if (Tape.Open(name, x) is not { } node)
            return result;
        var savedInput = savesInput ? node.Save(x) : null;
        var savedOutput = savesOutput ? node.Save(result) : null;
        node.Define(g => [derivative is null ? g[0]!.zeros_like() : derivative(g[0]!, savedInput?.Value!, savedOutput?.Value!)]);
        return node.Close(result);
    }
}
