using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/promotion.py.</summary>
internal static class PromotionCases
{
    private static readonly ScalarType[] Types =
        [ScalarType.Byte, ScalarType.Int32, ScalarType.Int64, ScalarType.Float32, ScalarType.Float64, ScalarType.Bool];

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Pairs = new()
    {
        ["add"] = (x, y) => x + y, ["mul"] = (x, y) => x * y, ["div"] = (x, y) => x / y, ["maximum"] = (x, y) => x.maximum(y),
        ["where"] = (x, y) => where(ones([2], ScalarType.Bool), x, y), ["cat"] = (x, y) => cat([x, y]),
    };

    private static readonly Dictionary<string, Func<Tensor, Scalar, Tensor>> Numbers = new()
    {
        ["add"] = (x, y) => x + y, ["mul"] = (x, y) => x * y, ["div"] = (x, y) => x / y,
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Single = new()
    {
        ["sum"] = x => x.sum(), ["prod"] = x => x.prod(), ["cumsum"] = x => x.cumsum(0), ["exp"] = x => x.exp(),
        ["argmax"] = x => x.argmax(),
        ["max"] = x => x.max(), ["all"] = x => x.all(), ["neg"] = x => x.neg(), ["abs"] = x => x.abs(),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("promotion");
        foreach (var (name, function) in Pairs)
            g.Add($"tensors/{name}", () => Table(function, name is "where" or "cat"));
        foreach (var (name, function) in Numbers)
        {
            g.Add($"numbers/{name}", () => Codes(
                from type in Types
                from shape in new long[][] { [2], [] }
                from number in new Scalar[] { true, 2, 2.5 }
                select function(ones(shape, type), number)));
        }

        foreach (var (name, function) in Single)
            g.Add($"of/{name}", () => Codes(Types.Where(type => type != ScalarType.Bool
                || name is not ("argmax" or "neg" or "abs")).Select(type => function(ones([2], type)))));
        foreach (var from in new[] { ScalarType.Float32, ScalarType.Float64 })
            foreach (var to in Types.Where(type => type != ScalarType.Byte))
                g.Add($"cast/{(int)from}_{(int)to}", x => x.to(to));
        foreach (var to in Types)
            g.Add($"cast/4_{(int)to}", x => x.to(to));
        g.Add("cast/11_6", x => x.to(ScalarType.Float32));
        return g;
    }

    private static Tensor Table(Func<Tensor, Tensor, Tensor> function, bool vectorsOnly)
    {
        (long[] Left, long[] Right)[] shapes = [([2], [2]), ([2], []), ([], [2]), ([], [])];
        return Codes(
            from a in Types
            from b in Types
            from shape in vectorsOnly ? shapes[..1] : shapes
            select function(ones(shape.Left, a), ones(shape.Right, b)));
    }

    private static Tensor Codes(IEnumerable<Tensor> results) => tensor(results.Select(result => (long)result.dtype).ToArray());
}
