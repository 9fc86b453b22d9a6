using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>What random fills, special functions, histograms and factorisations say about wrong arguments.</summary>
public sealed class FurtherErrorTests
{
    public static TheoryData<string, Action> Wrong => new()
    {
        { "exponential_: the rate must be positive, not 0", () => zeros(3).exponential_(0) },
        { "exponential_: the numbers are floats; a tensor of Int64", () => zeros(3, ScalarType.Int64).exponential_() },
        { "cauchy_: sigma must be positive, not -1", () => zeros(3).cauchy_(0, -1) },
        { "log_normal_: std must be positive, not 0", () => zeros(3).log_normal_(0, 0) },
        { "geometric_: p must be between 0 and 1, not 1", () => zeros(3).geometric_(1) },
        { "random_: there is no Byte in [0, 300)", () => zeros(3, ScalarType.Byte).random_(0, 300) },
        { "random_: there is no Float32 in [3, 3)", () => zeros(3).random_(3, 3) },
        { "bernoulli: expects 0 <= p <= 1, got p = 2", () => tensor(2.0).bernoulli() },
        { "bernoulli: probabilities are floats, not Int64", () => bernoulli(ones(2, ScalarType.Int64)) },
        { "poisson: a rate must be a number and not negative, got -1", () => poisson(tensor(-1f)) },
        { "normal: a standard deviation is negative", () => normal(zeros(2), tensor(-1f)) },
        { "normal: shapes (2,) and (3,) do not fit", () => normal(zeros(2), ones(3)) },
        { "multigammaln: all elements must be above (p - 1) / 2 = 0.5", () => special.multigammaln(zeros(2), 2) },
        { "multigammaln: p must be at least 1, not 0", () => special.multigammaln(ones(2), 0) },
        { "gammainc: the first argument has no gradient", () => special.gammainc(ones(2, requires_grad: true), ones(2)).sum().backward() },
        { "zeta: the first argument has no gradient", () => special.zeta(full(2, 2.0, requires_grad: true), ones(2)).sum().backward() },
        { "histogram: the elements must be Float32 or Float64, not Int64", () => histogram(arange(3), 3) },
        { "histogram: there must be at least one bin, not 0", () => histogram(ones(3), 0) },
        { "the edges of the bins are a vector of at least two", () => histogram(ones(3), ones(1)) },
        { "histogram: shapes (3,) and (2,) do not fit", () => histogram(ones(3), 2, null, ones(2)) },
        { "unique: shape (2, 0) does not fit", () => unique(zeros(2, 0), dim: 0) },
        { "nanquantile: elements and q must be floats of one type", () => nanquantile(ones(3), tensor(0.5)) },
        { "nanquantile: shape (1,) does not fit", () => nanquantile(ones(3), tensor(new[] { 2f })) },
        { "renorm: shape (3,) does not fit", () => renorm(ones(3), 2, 0, 1) },
        { "lu: without pivoting", () => linalg.lu(ones(2, 2), pivot: false) },
        { "lu: the elements must be floats, not Int64", () => linalg.lu(ones(2, 2, ScalarType.Int64)) },
        { "lu_unpack: shapes (2, 2) and (3,) do not fit", () => lu_unpack(ones(2, 2), ones(3, ScalarType.Int32)) },
        { "lu_unpack: pivot 9 is no row of 2", () => lu_unpack(ones(2, 2), full(2, 9, ScalarType.Int32)) },
        { "lu_solve: shapes (2, 2) and (3, 1) do not fit", () => linalg.lu_solve(eye(2), ones(2, ScalarType.Int32), ones(3, 1)) },
        { "eig: shape (2, 3) does not fit: it takes square matrices", () => linalg.eig(ones(2, 3)) },
        { "tensorinv: shapes (2,) and (3,) do not fit", () => linalg.tensorinv(ones(2, 3), 1) },
        { "tensorsolve: shapes (2, 3) and (2,) do not fit", () => linalg.tensorsolve(ones(2, 3), ones(2), null!) },
        { "hfft: shape (0,) does not fit", () => fft.hfft(zeros(0)) },
        { "ihfft: the input must be real", () => fft.ihfft(complex(ones(3), ones(3))) },
        { "eye_: it takes a matrix, not 3 dimensions", () => nn.init.eye_(zeros(2, 2, 2)) },
        { "dirac_: it takes (out, in, kernel)", () => nn.init.dirac_(zeros(2, 2)) },
        { "sparse_: it takes a matrix and a share in [0, 1]", () => nn.init.sparse_(zeros(2, 2), 2) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_argument_is_named(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<Exception>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void Scalars_are_drawn_from_a_generator()
    {
        var numbers = new Generator(1);
        Assert.Equal(rand(1, generator: new Generator(1)).item<float>(), rand_float(numbers));
        Assert.InRange(randint_int(5, new Generator(2)), 0, 4);
        Assert.Equal(randint(-3, 9, [1], generator: new Generator(3)).item<long>(), randint_long(-3, 9, new Generator(3)));
        Assert.Equal(randint(0, 2, [1], generator: new Generator(4)).item<long>() == 1, randint_bool(new Generator(4)));
        Assert.Equal(randn(1, generator: new Generator(5)).item<float>(), randn_float(new Generator(5)));
    }
}
