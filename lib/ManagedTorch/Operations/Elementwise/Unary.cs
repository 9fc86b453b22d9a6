using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Threading;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Functions of one element: y = f(x), dx = dy f'(x), where f' is given in x or in y, whichever is cheaper to keep; any shape.
/// </summary>
internal static unsafe class Unary
{
    /// <summary>A function that gives floats: integers are converted first.</summary>
    /// <param name="derivative">Gradient of the input from (gradient, input, output); null when the function has none.</param>
    public static Tensor Floating(string name, Tensor x, delegate*<float*, float*, long, void> single,
        delegate*<double*, double*, long, void> @double, Func<Tensor, Tensor, Tensor, Tensor>? derivative,
        bool savesInput = true, bool savesOutput = false)
    {
        using var input = Casts.To(x, DTypes.ToFloating(x.Type));
        return Apply(name, x, input, single, @double, derivative, savesInput, savesOutput);
    }

    /// <summary>A function that keeps the element type; integers go through <paramref name="integer"/>.</summary>
    public static Tensor Keeping(string name, Tensor x, delegate*<float*, float*, long, void> single,
        delegate*<double*, double*, long, void> @double, Func<long, long> integer,
        Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput = true, bool savesOutput = false)
    {
        if (DTypes.IsFloating(x.Type))
            return Apply(name, x, x, single, @double, derivative, savesInput, savesOutput);
        if (DTypes.IsComplex(x.Type))
            throw Complexes.None(name, x.Type);
        using var wide = Casts.To(x, ScalarType.Int64);
        using var ordered = wide.InOrder();
        using var result = Tensor.Empty(x.Sizes, ScalarType.Int64);
        long* p = ordered.Pointer<long>(), q = result.Pointer<long>();
        for (long i = 0, n = result.Count; i < n; i++)
            q[i] = integer(p[i]);
        GC.KeepAlive(ordered);
        return Casts.To(result, x.Type);
    }

    /// <summary>A function that gives floats, computed one element at a time in Float64.</summary>
    /// <param name="derivative">Gradient of the input from (gradient, input, output); null when the function has none.</param>
    public static Tensor ByElement(string name, Tensor x, Func<double, double> function, Func<Tensor, Tensor, Tensor, Tensor>? derivative)
    {
        var type = DTypes.ToFloating(x.Type);
        using var wide = Casts.To(x, ScalarType.Float64);
        using var ordered = wide.InOrder();
        using var exact = Tensor.Empty(x.Sizes, ScalarType.Float64);
        double* p = ordered.Pointer<double>(), q = exact.Pointer<double>();
        WorkerPool.ForRange(exact.Count, 2048, (start, end) =>
        {
            for (var i = start; i < end; i++)
                q[i] = function(p[i]);
        });
        GC.KeepAlive(ordered);
        return Record(name, x, Casts.To(exact, type), derivative, savesInput: true, savesOutput: true);
    }

    /// <summary>The gradient of a function whose slope follows from its output, in one pass over both.</summary>
    public static Tensor Gradient(Tensor gradient, Tensor output, delegate*<float*, float*, float*, long, void> single,
        delegate*<double*, double*, double*, long, void> @double)
    {
        if (DTypes.IsReduced(output.Type))
        {
            using Tensor wideGradient = Casts.To(gradient, ScalarType.Float32), wideOutput = Casts.To(output, ScalarType.Float32);
            using var slope = Gradient(wideGradient, wideOutput, single, @double);
            return Casts.To(slope, output.Type);
        }

        var dx = gradient.RoomForGradient();
        using Tensor dy = gradient.InOrder(), y = output.InOrder();
        if (y.Type == ScalarType.Float32)
            single(dy.Pointer<float>(), y.Pointer<float>(), dx.Pointer<float>(), dx.Count);
        else
            @double(dy.Pointer<double>(), y.Pointer<double>(), dx.Pointer<double>(), dx.Count);
        GC.KeepAlive(dy);
        GC.KeepAlive(y);
        return dx;
    }

    private static Tensor Apply(string name, Tensor x, Tensor input, delegate*<float*, float*, long, void> single,
        delegate*<double*, double*, long, void> @double, Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput,
        bool savesOutput)
    {
        var result = Compute(input, single, @double);
        return Record(name, x, result, derivative, savesInput, savesOutput);
    }

    private static Tensor Record(string name, Tensor x, Tensor result, Func<Tensor, Tensor, Tensor, Tensor>? derivative, bool savesInput,
        bool savesOutput)
    {
        if (Tape.Open(name, x) is not { } node)
            return result;
        var savedInput = savesInput ? node.Save(x) : null;
        var savedOutput = savesOutput ? node.Save(result) : null;
        node.Define(g => [derivative is null ? g[0]!.zeros_like() : derivative(g[0]!, savedInput?.Value!, savedOutput?.Value!)]);
        return node.Close(result);
    }

    private static Tensor Compute(Tensor input, delegate*<float*, float*, long, void> single,
        delegate*<double*, double*, long, void> @double)
    {
        if (DTypes.IsReduced(input.Type))
        {
            using var wide = Casts.To(input, ScalarType.Float32);
            using var values = Compute(wide, single, @double);
            return Casts.To(values, input.Type);
        }

        using var ordered = input.InOrder();
        var result = Tensor.Empty(input.Sizes, input.Type);
        if (input.Type == ScalarType.Float32)
            single(ordered.Pointer<float>(), result.Pointer<float>(), result.Count);
        else
            @double(ordered.Pointer<double>(), result.Pointer<double>(), result.Count);
        GC.KeepAlive(ordered);
        return result;
    }
}
