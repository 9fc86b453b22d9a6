using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Binary operations given by a scalar form and its two partial derivatives.</summary>
internal static class Binary
{
    /// <summary>Maps the gradient, both inputs and the result to the gradient of one input, before broadcasting is undone.</summary>
    internal delegate Tensor Slope(Tensor gradient, Tensor a, Tensor b, Tensor result);

    /// <summary>r = f(a, b), broadcast; gradient of a: slopeA, of b: slopeB; a missing slope is zero.</summary>
    public static Tensor Apply<TOp>(string name, Tensor a, Tensor b, Slope? slopeA, Slope? slopeB, bool floating = true)
        where TOp : IBinaryOperator
    {
        var type = Elementwise.ResultType(a, b);
        var result = Elementwise.Binary<TOp>(name, a, b, floating ? DTypes.ToFloating(type) : type);
        if (Tape.Open(name, a, b) is not { } node)
            return result;
        var (shapeA, shapeB) = (a.Sizes, b.Sizes);
        var (savedA, savedB, savedResult) = (node.Save(a), node.Save(b), node.Save(result));
        node.Define(g =>
        {
            Tensor? Along(int input, Slope? slope, long[] shape)
            {
                if (!node.Needs(input))
                    return null;
                return slope is null
                    ? Tensor.Zeros(shape, g[0]!.Type)
                    : Reduction.SumTo(slope(g[0]!, savedA.Value, savedB.Value, savedResult.Value), shape);
            }

            return [Along(0, slopeA, shapeA), Along(1, slopeB, shapeB)];
        });
        return node.Close(result);
    }

    /// <summary>An operation on the bits of integers or truth values.</summary>
    public static Tensor Bits<TOp>(string name, Tensor a, Tensor b) where TOp : IBinaryOperator =>
        DTypes.IsFloating(a.Type) || DTypes.IsFloating(b.Type)
            ? throw new InvalidOperationException($"{name}: it takes integers or truth values, not {a.Type} and {b.Type}.")
            : Elementwise.Binary<TOp>(name, a, b);

    /// <summary>A result that is constant wherever it has a derivative: the inputs keep a history of zero gradients.</summary>
    public static Tensor Flat(string name, Tensor result, params Tensor[] inputs)
    {
        if (!DTypes.IsFloating(result.Type) || Tape.Open(name, inputs) is not { } node)
            return result;
        var shapes = inputs.Select(input => input.Sizes).ToArray();
        node.Define(g => [.. shapes.Select((shape, i) => node.Needs(i) ? Tensor.Zeros(shape, g[0]!.Type) : null)]);
        return node.Close(result);
    }
}
