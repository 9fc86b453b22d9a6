using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Fills with exponential numbers, -log(1 - u) / lambda.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => lambda > 0
            ? FillRandom("exponential_", t => RandomFills.Floats("exponential_", t, generator, (g, x) => g.FillExponential(x, lambda)))
            : throw new ArgumentOutOfRangeException(nameof(lambda), $"exponential_: the rate must be positive, not {lambda}.");

        /// <summary>Fills with Cauchy numbers, median + sigma tan(pi (u - 1/2)).</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) => sigma > 0
            ? FillRandom("cauchy_", t => RandomFills.Floats("cauchy_", t, generator, (g, x) => g.FillCauchy(x, median, sigma)))
            : throw new ArgumentOutOfRangeException(nameof(sigma), $"cauchy_: sigma must be positive, not {sigma}.");

        /// <summary>Fills with numbers whose logarithm is normal with this mean and standard deviation.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) => std > 0
            ? FillRandom("log_normal_", t => RandomFills.Floats("log_normal_", t, generator, (g, x) => g.FillLogNormal(x, mean, std)))
            : throw new ArgumentOutOfRangeException(nameof(std), $"log_normal_: std must be positive, not {std}.");

        /// <summary>Fills with the number of trials until one with probability p succeeds: 1, 2, ...</summary>
        public Tensor geometric_(double p, Generator? generator = null) => p is > 0 and < 1
            ? FillRandom("geometric_", t => RandomFills.Any(t, generator, (g, x) => g.FillGeometric(x, p)))
            : throw new ArgumentOutOfRangeException(nameof(p), $"geometric_: p must be between 0 and 1, not {p}.");

        /// <summary>Fills with whole numbers in [from, to), each as likely as the others.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            FillRandom("random_", t => RandomFills.Integers(t, Math.Truncate(from), Math.Truncate(to), generator));

        /// <summary>Fills with 1 with the probability that p, which broadcasts, gives for each element, else 0.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            if (!DTypes.IsFloating(p.Type))
                throw new InvalidOperationException($"bernoulli_: probabilities are floats, not {p.Type}.");
            using var noGrad = no_grad();
            return copy_(p.detach().expand(Sizes).bernoulli(generator));
        }

        /// <summary>1 with the probability that each element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null)
        {
            if (!DTypes.IsFloating(Type))
                throw new InvalidOperationException($"bernoulli: probabilities are floats, not {Type}; convert the tensor.");
            if (Type == ScalarType.Float64)
                return Binary.Flat("bernoulli", RandomFills.FromElements(this, (p, x) =>
                    (generator ?? Generator.Default).FillBernoulli(p.Span, x.Span<double>())), this);
            using var probabilities = Casts.To(this, ScalarType.Float32);
            using var ordered = probabilities.InOrder();
            using var draws = Empty(Sizes, ScalarType.Float32);
            (generator ?? Generator.Default).FillBernoulli(ordered.Span<float>(), draws.Span<float>());
            return Binary.Flat("bernoulli", Casts.To(draws, Type), this);
        }

        /// <summary>Poisson numbers of the rates that the elements are.</summary>
        public Tensor poisson(Generator? generator = null)
        {
            if (!DTypes.IsFloating(Type))
                throw new InvalidOperationException($"poisson: rates are floats, not {Type}; convert the tensor.");
            return Binary.Flat("poisson", RandomFills.FromElements(this, (rates, x) =>
                (generator ?? Generator.Default).FillPoisson(rates.Span, x.Span<double>())), this);
        }
    }

    /// <summary>Poisson numbers of the rates that the elements are.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    /// <summary>Normal numbers, each with a mean and a standard deviation of its own; the two broadcast.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        if (std.detach().lt(0).any().item<bool>())
            throw new ArgumentException("normal: a standard deviation is negative.");
        Tensor result;
        using (no_grad())
        {
            result = Tensor.Empty(Layout.Broadcast("normal", mean.Sizes, std.Sizes), Elementwise.ResultType(mean, std));
            result.normal_(0, 1, generator).mul_(std).add_(mean);
        }

        return Binary.Flat("normal", result, mean, std);
    }

    /// <summary>A uniform number in [0, 1).</summary>
    public static double rand_float(Generator? generator = null) => rand(1, generator: generator).ToDouble();

    /// <summary>A normal number.</summary>
    public static double randn_float(Generator? generator = null) => randn(1, generator: generator).ToDouble();

    /// <summary>True or false.</summary>
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    /// <summary>A whole number in [0, high).</summary>
    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    /// <summary>A whole number in [low, high).</summary>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    /// <summary>A whole number in [0, high).</summary>
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    /// <summary>A whole number in [low, high).</summary>
    public static long randint_long(long low, long high, Generator? generator = null) =>
        randint(low, high, [1], generator: generator).item<long>();
}
