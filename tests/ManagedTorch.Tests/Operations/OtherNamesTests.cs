using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>Second names of operations give what the first ones give, which the comparisons with PyTorch cover; and what types result.</summary>
[Collection("default generator")]
public sealed class OtherNamesTests
{
    public static TheoryData<string, Func<Tensor, Tensor>, Func<Tensor, Tensor>> Names => new()
    {
        { "arccos", arccos, acos },
        { "arccosh", x => arccosh(x + 1), x => acosh(x + 1) },
        { "arcsin", arcsin, asin },
        { "arcsinh", arcsinh, asinh },
        { "arctan", arctan, atan },
        { "arctanh", arctanh, atanh },
        { "arctan2", x => arctan2(x, x - 0.5), x => atan2(x, x - 0.5) },
        { "arccos_", x => arccos_(x.clone()), acos },
        { "arccosh_", x => arccosh_(x + 1), x => acosh(x + 1) },
        { "arcsin_", x => arcsin_(x.clone()), asin },
        { "arcsinh_", x => arcsinh_(x.clone()), asinh },
        { "arctan_", x => arctan_(x.clone()), atan },
        { "arctanh_", x => arctanh_(x.clone()), atanh },
        { "arctan2_", x => arctan2_(x.clone(), x - 0.5), x => atan2(x, x - 0.5) },
        { "divide_", x => divide_(x.clone(), x + 1), x => x / (x + 1) },
        { "multiply_", x => multiply_(x.clone(), x + 1), x => x * (x + 1) },
        { "igamma", x => igamma(x, x + 1), x => special.gammainc(x, x + 1) },
        { "igammac", x => igammac(x, x + 1), x => special.gammaincc(x, x + 1) },
        { "mvlgamma", x => mvlgamma(x + 2, 3), x => special.multigammaln(x + 2, 3) },
        { "log_sigmoid", x => x.log_sigmoid(), nn.functional.logsigmoid },
        { "mH", x => x.mH, x => x.mT },
        { "conj_physical", conj_physical, x => x },
        { "ones_like", x => ones_like(x), x => x - x + 1 },
        { "new_zeros", x => x.new_zeros(x.shape), x => x - x },
        { "sigmoid_", x => special.sigmoid_(x.clone()), sigmoid },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_second_name_gives_the_same(string name, Func<Tensor, Tensor> second, Func<Tensor, Tensor> first)
    {
        foreach (var shape in new long[][] { [3, 4], [1, 1], [0, 2] })
        {
            var x = (rand(shape, ScalarType.Float64, generator: new Generator(5)) * 0.8) + 0.1;
            foreach (var input in new[] { x, x.t() })
                Assert.True(second(input).sub(first(input)).abs().lt(1e-14).all().item<bool>(), name);
        }
    }

    [Fact]
    public void Random_tensors_like_another_continue_the_stream()
    {
        var x = zeros(3, 4);
        foreach (var (like, plain) in new (Func<Tensor>, Func<Tensor>)[]
                 {
                     (() => rand_like(x), () => rand(3, 4)), (() => randn_like(x), () => randn(3, 4)),
                     (() => randint_like(x, 0, 9), () => randint(0, 9, [3, 4]).to_type(ScalarType.Float32)),
                 })
        {
            manual_seed(9);
            var first = like();
            manual_seed(9);
            Assert.True(first.eq(plain()).all().item<bool>());
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, ScalarType.Int64, ScalarType.Float32, false)]
    [InlineData(ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, true)]
    [InlineData(ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, true)]
    [InlineData(ScalarType.Bool, ScalarType.Byte, ScalarType.Byte, true)]
    [InlineData(ScalarType.Float64, ScalarType.Float32, ScalarType.Float64, true)]
    [InlineData(ScalarType.Int64, ScalarType.Bool, ScalarType.Int64, false)]
    public void Two_types_have_PyTorchs_common_type(ScalarType a, ScalarType b, ScalarType common, bool castable)
    {
        Assert.Equal(common, promote_types(a, b));
        Assert.Equal(common, result_type(zeros(2, a), zeros(2, b)));
        Assert.Equal(castable, can_cast(a, b));
    }
}
