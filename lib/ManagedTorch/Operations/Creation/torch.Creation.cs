using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers start, start + step, ... below stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var floating = DTypes.IsFloating(start.Type) || DTypes.IsFloating(stop.Type) || DTypes.IsFloating(step.Type);
        var (from, by) = (start.AsDouble, step.AsDouble);
        var steps = (stop.AsDouble - from) / by;
        if (by == 0 || !(steps >= 0))
            throw new ArgumentException($"arange: a step of {by} does not lead from {from} to {stop.AsDouble}.");
        var count = (long)Math.Ceiling(steps);
        using var values = Tensor.Empty([count], floating ? ScalarType.Float64 : ScalarType.Int64);
        if (floating)
        {
            var place = values.Span<double>();
            for (var i = 0; i < place.Length; i++)
                place[i] = from + (i * by);
        }
        else
        {
            var place = values.Span<long>();
            for (var i = 0; i < place.Length; i++)
                place[i] = start.AsLong + (i * step.AsLong);
        }

        var result = Casts.To(values, dtype ?? (floating ? get_default_dtype() : ScalarType.Int64));
        return Creation.Finish(result, device, requires_grad);
    }

    /// <summary>Numbers start, start + 1, ... below stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers 0, 1, ... below stop.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        using var values = Tensor.Empty([steps], ScalarType.Float64);
        var place = values.Span<double>();
        for (var i = 0; i < place.Length; i++)
            place[i] = steps == 1 ? start
                : i < steps / 2 ? start + ((end - start) / (steps - 1) * i)
                : end - ((end - start) / (steps - 1) * (steps - 1 - i));
        return Creation.Finish(Casts.To(values, dtype ?? get_default_dtype()), device, requires_grad);
    }

    /// <summary>Powers of a base with evenly spaced exponents, both ends included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        using var exponents = linspace(start, end, steps, ScalarType.Float64);
        var values = exponents.Span<double>().ToArray();
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Pow(@base, values[i]);
        return Creation.FromArray(values, [steps], dtype ?? get_default_dtype(), device, requires_grad);
    }

    /// <summary>Ones on the diagonal, zeros elsewhere.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        columns = columns < 0 ? rows : columns;
        var result = Creation.Zeros([rows, columns], dtype, device, false);
        using var diagonal = result.ViewOf([Math.Min(rows, columns)], [columns + 1], 0);
        diagonal.fill_(1);
        return Creation.Finish(result, device, requires_grad);
    }

    /// <summary>Random integers from [0, high).</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => Creation.Randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random integers from [0, high).</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
            Creation.Randint(0, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Random integers from [low, high).</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => Creation.Randint(low, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random integers from [low, high).</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Randint(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>The numbers 0 to n - 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
    {
        using var values = Tensor.Empty([n], ScalarType.Int64);
        (generator ?? Generator.Default).Permutation(n).CopyTo(values.Span<long>());
        return Creation.Finish(Casts.To(values, dtype ?? ScalarType.Int64), device, requires_grad);
    }

    /// <summary>Normal random numbers.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        var result = Tensor.Empty(size, dtype ?? get_default_dtype());
        Creation.Normal(result, mean, std, generator);
        return Creation.Finish(result, device, requires_grad);
    }

    /// <summary>1 with the probability that each element gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>An array of any shape as a tensor; the elements are copied.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>An array of any shape as a tensor; the elements are copied.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Single => Creation.FromRectangle<float>(rawArray, dtype, device, requires_grad),
            TypeCode.Double => Creation.FromRectangle<double>(rawArray, dtype, device, requires_grad),
            TypeCode.Int64 => Creation.FromRectangle<long>(rawArray, dtype, device, requires_grad),
            TypeCode.Int32 => Creation.FromRectangle<int>(rawArray, dtype, device, requires_grad),
            TypeCode.Int16 => Creation.FromRectangle<short>(rawArray, dtype, device, requires_grad),
            TypeCode.SByte => Creation.FromRectangle<sbyte>(rawArray, dtype, device, requires_grad),
            TypeCode.Byte => Creation.FromRectangle<byte>(rawArray, dtype, device, requires_grad),
            TypeCode.Boolean => Creation.FromRectangle<bool>(rawArray, dtype, device, requires_grad),
            _ => throw new NotSupportedException($"from_array: an array of {rawArray.GetType().GetElementType()} has no tensor form."),
        };

    /// <summary>Zeros in the shape and type of another tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        input.zeros_like(dtype, device, requires_grad);

    /// <summary>Ones in the shape and type of another tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        input.ones_like(dtype, device, requires_grad);

    /// <summary>Normal random numbers in the shape and type of another tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randn_like(dtype, device, requires_grad);

    /// <summary>Uniform random numbers in the shape and type of another tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.rand_like(dtype, device, requires_grad);

    /// <summary>One value in the shape and type of another tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) => input.full_like(value, dtype, device, requires_grad);

    public unsafe partial class Tensor
    {
        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(Scalar scalar) => Creation.Full([], scalar, scalar.Type);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>Zeros in this shape and type.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Zeros(Live().Sizes, dtype ?? Type, device, requires_grad);

        /// <summary>Ones in this shape and type.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Ones(Live().Sizes, dtype ?? Type, device, requires_grad);

        /// <summary>A tensor of this shape and type with whatever the buffer held before.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(Live().Sizes, dtype ?? Type, device, requires_grad);

        /// <summary>One value in this shape and type.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Full(Live().Sizes, value, dtype ?? Type, device, requires_grad);

        /// <summary>Normal random numbers in this shape and type.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Randn(Live().Sizes, dtype ?? Type, device, requires_grad, null);

        /// <summary>Uniform random numbers in this shape and type.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Rand(Live().Sizes, dtype ?? Type, device, requires_grad, null);

        /// <summary>Zeros of another shape in this type.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Zeros(size, dtype ?? Type, device, requires_grad);

        /// <summary>Fills with normal random numbers.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            FillRandom("normal_", t => Creation.Normal(t, mean, std, generator, inBatches: Contiguous));

        /// <summary>Fills with uniform random numbers from [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            FillRandom("uniform_", t => Creation.Uniform(t, from, to, generator));

        /// <summary>Fills with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => FillRandom("bernoulli_", t =>
        {
            using var draws = Empty(t.Sizes, ScalarType.Float32);
            (generator ?? Generator.Default).FillBernoulli(draws.Span<float>(), p);
            using var cast = Casts.To(draws, t.Type);
            CopyElements(cast, t);
        });

        /// <summary>The elements as a span; the tensor must be contiguous and be kept alive.</summary>
        internal Span<TElement> Span<TElement>() where TElement : unmanaged
        {
            if (!Contiguous || Count > int.MaxValue)
                throw new InvalidOperationException($"{this} cannot be read as one span of {typeof(TElement).Name}.");
            return new(Pointer<TElement>(), (int)Count);
        }

        // Numbers are drawn in the order of memory, as PyTorch does.
        private Tensor FillRandom(string name, Action<Tensor> fill)
        {
            BeforeInPlace(name);
            if (!Contiguous || (torch.is_grad_enabled() && requires_grad))
            {
                var order = Enumerable.Range(0, Rank).OrderByDescending(d => Strides[d]).Select(d => (long)d).ToArray();
                var back = Enumerable.Range(0, Rank).OrderBy(d => order[d]).Select(d => (long)d).ToArray();
                using var draws = Empty([.. order.Select(d => Sizes[d])], Type);
                fill(draws);
                return copy_(draws.permute(back));
            }

            fill(this);
            AfterInPlace();
            return this;
        }
    }
}
