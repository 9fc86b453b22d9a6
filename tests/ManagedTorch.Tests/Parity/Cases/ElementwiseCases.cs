using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/elementwise.py.</summary>
internal static class ElementwiseCases
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["exp"] = exp, ["expm1"] = expm1, ["tanh"] = torch.tanh, ["sigmoid"] = torch.sigmoid, ["erf"] = erf, ["sin"] = sin, ["cos"] = cos,
        ["abs"] = abs, ["neg"] = neg, ["sign"] = sign, ["floor"] = floor, ["ceil"] = ceil, ["round"] = x => x.round(),
        ["trunc"] = x => x.trunc(),
        ["relu"] = x => x.relu(), ["square"] = square, ["reciprocal"] = reciprocal, ["silu"] = x => silu(x), ["gelu"] = x => gelu(x),
        ["log"] = log, ["log1p"] = log1p, ["log2"] = x => x.log2(), ["log10"] = x => x.log10(), ["sqrt"] = sqrt, ["rsqrt"] = rsqrt,
    };

    private static readonly string[] FloatsOnly = ["silu", "gelu", "floor", "ceil", "round", "trunc"];

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Binary = new()
    {
        ["add"] = (x, y) => x + y, ["sub"] = (x, y) => x - y, ["mul"] = (x, y) => x * y, ["div"] = (x, y) => x / y,
        ["maximum"] = (x, y) => x.maximum(y), ["minimum"] = (x, y) => x.minimum(y), ["remainder"] = (x, y) => x % y,
        ["floor_divide"] = (x, y) => x.floor_divide(y),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Number = new()
    {
        ["add"] = x => x + 2.5, ["sub"] = x => x - 2.5, ["mul"] = x => x * -1.5, ["div"] = x => x / 4.0, ["rsub"] = x => 2.5 - x,
        ["rdiv"] = x => 3.0 / x, ["add_int"] = x => x + 2, ["sub_int"] = x => x - 2, ["mul_int"] = x => x * 3, ["div_int"] = x => x / 4,
        ["rsub_int"] = x => 2 - x, ["rdiv_int"] = x => 3 / x, ["remainder"] = x => x % 3,
        ["floor_divide"] = x => x.detach().floor_divide(2),
        ["pow2"] = x => x.pow(2), ["pow2_float"] = x => x.pow(2.0), ["pow3"] = x => x.pow(3), ["gt"] = x => x > 1.5,
        ["eq_int"] = x => x == 1,
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Comparison = new()
    {
        ["eq"] = (x, y) => x == y, ["ne"] = (x, y) => x != y, ["lt"] = (x, y) => x < y, ["le"] = (x, y) => x <= y, ["gt"] = (x, y) => x > y,
        ["ge"] = (x, y) => x >= y,
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("elementwise");
        AddUnary(g);
        AddBinary(g);
        AddComparison(g);
        AddChoice(g);
        AddInPlace(g);
        return g;
    }

    private static void AddUnary(ParityGroup g)
    {
        foreach (var (name, function) in Unary)
        {
            g.Add($"{name}/float32", function);
            g.Add($"{name}/float64", function);
            g.Add($"{name}/transposed", x => function(x.t()));
            g.Add($"{name}/expanded", x => function(x.expand(3, 4)));
            g.Add($"{name}/scalar", function);
            g.Add($"{name}/empty", function);
            if (!FloatsOnly.Contains(name))
                g.Add($"{name}/int64", function);
            if (name is not ("sin" or "cos"))
                g.Add($"{name}/special", function);
        }

        foreach (var (name, function) in Number)
            foreach (var type in new[] { "float32", "float64", "scalar", "int64", "int32" })
                g.Add($"number_{name}/{type}", function);
        foreach (var exponent in new[] { 0.0, 0.5, 1.0, -1.0, -0.5, 1.5, 3.0 })
            g.Add($"pow_number/{exponent:0.0}", x => x.pow(exponent));
        g.Add("pow/tensors", (x, y) => x.pow(y));
        g.Add("pow/negative_base", (x, y) => x.pow(y));
        g.Add("pow/base_number", x => pow(2.0, x));
        g.Add("round/decimals", x => x.round(2));
    }

    private static void AddBinary(ParityGroup g)
    {
        foreach (var (name, function) in Binary)
        {
            Func<Tensor, Tensor, Tensor> left = name switch
            {
                "remainder" => (x, y) => function(x, y.detach()),
                "floor_divide" => (x, y) => function(x.detach(), y.detach()),
                _ => function,
            };
            foreach (var variant in new[] { "same", "row", "column", "number_right", "number_left", "numbers", "rank3", "rank4", "float64",
                "mixed", "empty",
                "int64", "int32", "negative_divisor", "int64_and_float32", "equal" })
                g.Add($"{name}/{variant}", left);
            g.Add($"{name}/transposed", (x, y) => left(x.t(), y));
            g.Add($"{name}/both_transposed", (x, y) => left(x.t(), y.t()));
            g.Add($"{name}/step", (x, y) => left(x[TensorIndex.Colon, TensorIndex.Slice(step: 2)], y[1..]));
            if (name != "floor_divide")
                g.Add($"{name}/special", function);
        }

        g.Add("large/add", (x, y) => x + y);
        g.Add("large/mul", (x, y) => x * y);
        g.Add("lerp/tensor", (x, end, weight) => x.lerp(end, weight));
        g.Add("addcmul/tensor", (x, a, b) => x.addcmul(a, b, 0.5));
        g.Add("addcdiv/tensor", (x, a, b) => x.addcdiv(a, b, 0.5));
        g.Add("add/alpha", (x, y) => x.add(y, -0.5));
        g.Add("div/floor", (x, y) => x.div(y, RoundingMode.floor));
        g.Add("div/trunc", (x, y) => x.div(y, RoundingMode.trunc));
    }

    private static void AddComparison(ParityGroup g)
    {
        foreach (var (name, function) in Comparison)
            foreach (var variant in new[] { "same", "broadcast", "mixed", "special", "empty", "bool" })
                g.Add($"{name}/{variant}", function);
        g.Add("and/bool", (x, y) => x & y);
        g.Add("or/bool", (x, y) => x | y);
        g.Add("xor/bool", (x, y) => x ^ y);
        g.Add("not/bool", x => ~x);
        g.Add("logical_and/float", (x, y) => x.logical_and(y));
        g.Add("logical_or/float", (x, y) => x.logical_or(y));
        g.Add("logical_not/float", x => x.logical_not());
        g.Add("isnan/special", x => x.isnan());
        g.Add("isinf/special", x => x.isinf());
        g.Add("isfinite/special", x => x.isfinite());
        g.Add("bool_add/bool", (x, y) => x + y);
        g.Add("bool_mul/bool", (x, y) => x * y);
    }

    private static void AddChoice(ParityGroup g)
    {
        g.Add("clamp/both", x => x.clamp(-0.5, 0.75));
        g.Add("clamp/min", x => x.clamp(min: 0.25));
        g.Add("clamp/max", x => x.clamp(max: 0.25));
        g.Add("clamp/at_border", x => x.clamp(-1.0, 1.0));
        g.Add("clamp/crossed", x => x.clamp(1.0, -1.0));
        g.Add("clamp/nan", x => x.clamp(-1.0, 1.0));
        g.Add("clamp/int64", x => x.clamp(2, 5));
        g.Add("where/same", where);
        g.Add("where/broadcast", where);
        g.Add("where/numbers", where);
        g.Add("where/masks_infinity", (mask, x) => where(mask, x.exp(), zeros_like(x)));
        g.Add("masked_fill/same", (x, mask) => x.masked_fill(mask, -1.5));
        g.Add("masked_fill/broadcast", (x, mask) => x.masked_fill(mask, double.NegativeInfinity).softmax(-1));
    }

    private static void AddInPlace(ParityGroup g)
    {
        foreach (var variant in new[] { "row", "number" })
        {
            g.Add($"add_/{variant}", (x, y) => x.clone().add_(y));
            g.Add($"sub_/{variant}", (x, y) => x.clone().sub_(y));
            g.Add($"mul_/{variant}", (x, y) => x.clone().mul_(y));
            g.Add($"div_/{variant}", (x, y) => x.clone().div_(y));
            g.Add($"copy_/{variant}", (x, y) => x.clone().copy_(y));
        }

        g.Add("in_place/chain", x => (x * 2).add_(1.0).mul_(0.5).tanh_() * x);
        g.Add("in_place/fill", x => (x * 2).fill_(3.0) + x);
        g.Add("in_place/masked_fill", (x, mask) => (x * 2).masked_fill_(mask, 0.5));
    }
}
