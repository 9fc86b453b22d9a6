using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/breadth.py.</summary>
internal static class BreadthCases
{
    private const double Infinity = double.PositiveInfinity;

    public static ParityGroup Create()
    {
        var g = new ParityGroup("breadth");
        AddUnary(g);
        AddBinary(g);
        AddWholeNumbers(g);
        AddInPlace(g);
        AddReductions(g);
        AddShapes(g);
        AddIndexing(g);
        AddProducts(g);
        BreadthLinearAlgebraCases.AddTo(g);
        return g;
    }

    private static void AddUnary(ParityGroup g)
    {
        var functions = new (string Name, Func<Tensor, Tensor> Function)[]
        {
            ("asin", asin), ("acos", acos), ("atan", x => atan(x)), ("asinh", asinh), ("acosh", acosh), ("atanh", atanh), ("sinc", sinc),
            ("erfc", erfc), ("erfinv", erfinv), ("lgamma", lgamma), ("digamma", digamma), ("i0", i0), ("frac", frac), ("sgn", sgn),
            ("deg2rad", deg2rad), ("rad2deg", rad2deg), ("positive", positive), ("signbit", signbit), ("isposinf", isposinf), ("fix", fix),
        };
        foreach (var (name, function) in functions)
        {
            g.Add($"{name}/float32", function);
            g.Add($"{name}/float64", x => function(x.t()));
            g.Add($"{name}/empty", function);
        }

        g.Add("polygamma/2", x => polygamma(x, 2));
        g.Add("nan_to_num/plain", x => nan_to_num(x));
        g.Add("nan_to_num/own", x => nan_to_num(x, 1, 2, 3));
        g.Add("nan_to_num/grad", x => nan_to_num(x));
        foreach (var (name, function) in new (string, Func<Tensor, Tensor>)[] { ("isposinf", isposinf), ("isneginf", isneginf), ("signbit", signbit),
            ("erfinv", erfinv), ("lgamma", lgamma), ("digamma", digamma) })
            g.Add($"{name}/special", function);
    }

    private static void AddBinary(ParityGroup g)
    {
        foreach (var (name, function) in new (string, Func<Tensor, Tensor, Tensor>)[] { ("atan2", atan2), ("hypot", hypot), ("fmod", fmod),
            ("remainder", remainder), ("copysign", copysign), ("xlogy", xlogy), ("fmax", fmax), ("fmin", fmin), ("logaddexp", logaddexp),
            ("logaddexp2", logaddexp2), ("ldexp", ldexp), ("float_power", float_power), ("nextafter", nextafter) })
        {
            foreach (var variant in new[] { "same", "broadcast", "float64" })
                g.Add($"{name}/{variant}", function);
        }

        foreach (var (name, function) in new (string, Func<Tensor, Tensor, Tensor>)[] { ("fmax", fmax), ("fmin", fmin), ("copysign", copysign),
            ("heaviside", (a, b) => (a + zeros_like(b)).heaviside(b + zeros_like(a))), ("logaddexp", logaddexp), ("xlogy", xlogy), ("atan2", atan2), ("hypot", hypot) })
            g.Add($"{name}/special", (a, b) => function(a.unsqueeze(1), b));
        g.Add("clamp/tensors", (x, a, b) => clamp(x, a, b));
        g.Add("clamp/lower", (x, a) => clamp(x, min: a));
    }

    private static void AddWholeNumbers(ParityGroup g)
    {
        foreach (var type in new[] { "int64", "int32", "uint8", "bool" })
        {
            g.Add($"bitwise_and/{type}", bitwise_and);
            g.Add($"bitwise_or/{type}", bitwise_or);
            g.Add($"bitwise_xor/{type}", bitwise_xor);
            g.Add($"bitwise_not/{type}", bitwise_not);
            if (type == "bool")
                continue;
            g.Add($"bitwise_left_shift/{type}", bitwise_left_shift);
            g.Add($"bitwise_right_shift/{type}", bitwise_right_shift);
            g.Add($"gcd/{type}", gcd);
            g.Add($"fmod/{type}", fmod);
        }

        g.Add("lcm/int64", lcm);
        g.AddMany("bitwise/negative", x => [x[0] & x[1], x[0] | x[1], x[0] ^ x[1], ~x[0]]);
    }

    private static void AddInPlace(ParityGroup g)
    {
        foreach (var (name, function) in new (string, Func<Tensor, Tensor>)[] { ("acos", acos_), ("atan", x => x.atan_()), ("cosh", cosh_),
            ("erfc", erfc_), ("frac", frac_), ("log2", log2_), ("log10", log10_), ("round", x => round_(x)), ("sinh", sinh_), ("tan", tan_),
            ("trunc", trunc_), ("sgn", sgn_), ("logical_not", x => x.logical_not_()) })
            g.Add($"{name}_/float32", x => function(x * 1));
        foreach (var (name, function) in new (string, Func<Tensor, Tensor, Tensor>)[] { ("eq", (x, y) => x.eq_(y)), ("ne", (x, y) => x.ne_(y)),
            ("lt", (x, y) => x.lt_(y)), ("le", (x, y) => x.le_(y)), ("gt", (x, y) => x.gt_(y)), ("ge", (x, y) => x.ge_(y)),
            ("logical_and", logical_and_), ("logical_or", logical_or_), ("logical_xor", logical_xor_) })
        {
            g.Add($"{name}_/int64", (x, y) => function(x.clone(), y));
            g.Add($"{name}_/float32", (x, y) => function(x.clone(), y));
        }

        g.Add("eq_/scalar", x => x.clone().eq_(1));
        foreach (var (name, function) in new (string, Func<Tensor, Tensor, Tensor>)[] { ("fmod", fmod_), ("remainder", remainder_), ("atan2", atan2_),
            ("xlogy", xlogy_), ("true_divide", true_divide_), ("pow", pow_), ("subtract", subtract_) })
            g.Add($"{name}_/float32", (x, y) => function(x * 1, y));
        foreach (var (name, function) in new (string, Func<Tensor, Tensor, Tensor>)[] { ("bitwise_and", bitwise_and_), ("bitwise_or", bitwise_or_),
            ("bitwise_xor", bitwise_xor_), ("floor_divide", floor_divide_), ("gcd", gcd_), ("lcm", lcm_) })
            g.Add($"{name}_/int64", (x, y) => function(x.clone(), y));
        g.Add("lerp_/float32", (x, y, w) => (x * 1).lerp_(y, w));
        g.Add("clamp_min_/float32", x => clamp_min_(x * 1, 0.25));
        g.Add("clamp_max_/float32", x => clamp_max_(x * 1, 0.25));
        g.Add("addmm_/float32", (x, a, b) => (x * 1).addmm_(a, b, 0.5f, 2));
        g.Add("tril_/float32", x => tril_(x * 1, 1));
        g.Add("triu_/float32", x => triu_(x * 1, -1));
        g.Add("squeeze_/float32", x => (x * 1).squeeze_(1));
        g.Add("unsqueeze_/float32", x => (x * 1).unsqueeze_(1));
        g.Add("transpose_/float32", x => (x * 1).transpose_(0, 1));
    }

    private static void AddReductions(ParityGroup g)
    {
        g.Add("cumprod/zeros", x => cumprod(x, 1));
        g.Add("cumprod/first", x => cumprod(x, 0));
        g.Add("cumprod/int32", x => cumprod(x, 0));
        g.Add("logcumsumexp/1", x => logcumsumexp(x, 1));
        foreach (var (name, function) in new (string, Func<Tensor, long, (Tensor, Tensor)>)[] { ("cummax", (x, d) => cummax(x, d)), ("cummin", (x, d) => cummin(x, d)) })
        {
            g.Add($"{name}/1", x => function(x, 1));
            g.Add($"{name}/ties", x => function(x, 0));
            g.Add($"{name}/nan", x => function(x, 0));
        }

        g.Add("diff/1", x => diff(x));
        g.Add("diff/2", x => diff(x, 2, 0));
        g.Add("diff/joined", (x, a, b) => diff(x, 1, 1, a, b));
        g.Add("diff/bool", x => diff(x));
        g.Add("trapezoid/dx", y => trapezoid(y, 0.5));
        g.Add("trapezoid/x", (y, x) => trapezoid(y, x, 0));
        g.Add("cumulative_trapezoid/x", (y, x) => cumulative_trapezoid(y, x));
        g.Add("aminmax/1", x => aminmax(x, 1, true));
        g.Add("nansum/all", nansum);
        g.Add("nanmean/all", x => nanmean(x));
        g.Add("nanmean/1", x => nanmean(x, 1, true));
        g.Add("nanmedian/all", nanmedian);
        g.Add("dist/3", (a, b) => dist(a, b, 3));
        g.Add("kthvalue/2", x => kthvalue(x, 2, 1));
        g.Add("kthvalue/keep", x => kthvalue(x, 3, 0, true));
        g.Add("mode/1", x => mode(x, 1).values);
        g.Add("msort/2", msort);
        g.Add("cov/plain", x => cov(x));
        g.Add("cov/weights", (x, f, a) => cov(x, 1, f, a.detach()));
        g.Add("corrcoef/plain", corrcoef);
        g.Add("unique_consecutive/all", x => unique_consecutive(x, true, true));
        g.Add("unique_consecutive/rows", x => unique_consecutive(x, true, true, 0));
        g.Add("var/two", x => var(x, (0, 2)));
        g.Add("std_mean/two", x => std_mean(x, (0, 2)));
    }

    private static void AddShapes(ParityGroup g)
    {
        g.AddMany("tensor_split/0", x => tensor_split(x[0], 3, 1));
        g.AddMany("tensor_split/1", x => tensor_split(x[0], [1, 4], 1));
        g.AddMany("tensor_split/2", x => tensor_split(x[0], [2, 2, 9], 1));
        g.AddMany("hsplit/2", x => hsplit(x[0], 2));
        g.AddMany("vsplit/at", x => vsplit(x[0], [1, 3]));
        g.AddMany("dsplit/2", x => dsplit(x[0], 2));
        g.Add("atleast_2d/1", x => x.atleast_2d());
        for (var rank = 0; rank < 4; rank++)
            g.Add($"atleast_3d/{rank}", x => x.atleast_3d());
        for (var k = -1; k < 3; k++)
        {
            var turns = k;
            g.Add($"rot90/{k}", x => rot90(x, turns, (1, 2)));
        }

        g.Add("diagflat/1", x => diagflat(x, 1));
        g.AddMany("dstack/2", x => dstack(x));
        g.AddMany("column_stack/2", x => column_stack(x));
        g.AddMany("block_diag/3", x => block_diag(x));
        g.AddMany("cartesian_prod/2", x => cartesian_prod(x));
        g.Add("combinations/2", x => combinations(x));
        g.Add("combinations/again", x => combinations(x, 3, true));
        g.Add("as_strided/overlap", x => x.as_strided([3, 2], [1, 2], 1));
    }

    private static void AddIndexing(ParityGroup g)
    {
        g.Add("index_copy/0", (x, i, s) => index_copy(x, 0, i, s));
        g.Add("index_copy/1", (x, i, s) => index_copy(x, 1, i, s));
        g.Add("index_add_/1", (x, i, s) => (x * 1).index_add_(1, i, s, 2));
        g.Add("index_fill_/1", (x, i) => (x * 1).index_fill_(1, i, 7));
        g.Add("take/2", take);
        g.Add("masked_scatter/2", (x, m, s) => x.masked_scatter(m, s));
        g.Add("repeat_interleave/1", (x, r) => repeat_interleave(x, r, 1));
        g.Add("argwhere/2", argwhere);
        g.AddMany("where/positions", x => where(x[0]));
        g.Add("select_scatter/1", (x, s) => select_scatter(x, s, 1, 2));
        g.Add("slice_scatter/1", (x, s) => slice_scatter(x, s, 1, 0, 4, 2));
        g.Add("diagonal_scatter/1", (x, s) => diagonal_scatter(x, s, 1));
        g.Add("isin/int64", (x, t) => isin(x, t));
        g.Add("isin/invert", (x, t) => isin(x, t, invert: true));
        foreach (var right in new[] { false, true })
        {
            g.Add($"searchsorted/{right}", (s, x) => searchsorted(s, x, right: right));
            g.Add($"bucketize/{right}", (x, b) => bucketize(x, b, right: right));
        }
    }

    private static void AddProducts(ParityGroup g)
    {
        g.Add("tensordot/1", (a, b) => tensordot(a, b, 1));
        g.Add("tensordot/pairs", (a, b) => tensordot(a, b, [0L, 2], [1L, 0]));
        g.Add("kron/2", kron);
        g.Add("kron/1", kron);
        g.Add("addbmm/plain", (x, a, b) => addbmm(x, a, b, 0.5f, 2));
        g.Add("addmv/plain", (x, a, b) => addmv(x, a, b, 0.5f, 2));
        g.Add("addr/plain", (x, a, b) => addr(x, a, b, 0.5f, 2));
        foreach (var n in new[] { 0, 1, 5 })
            g.Add($"matrix_power/{n}", x => matrix_power(x, n));
        g.Add("vander/plain", x => vander(x));
        foreach (var variant in new[] { "2", "broadcast", "products", "zero" })
            g.Add($"cdist/{variant}", (a, b) => cdist(a, b));
        g.Add("cdist/0.0", (a, b) => cdist(a, b, 0));
        g.Add("cdist/1.0", (a, b) => cdist(a, b, 1));
        g.Add("cdist/3.0", (a, b) => cdist(a, b, 3));
        g.Add("cdist/inf", (a, b) => cdist(a, b, Infinity));
    }
}
