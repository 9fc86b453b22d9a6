using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Tensors of random numbers with PyTorch's streams; any shape. Numbers are drawn in the order of memory and in Float64, then rounded to
/// the element type. They are constants to autograd.
/// </summary>
internal static class RandomFills
{
    /// <summary>Draws into a contiguous tensor: a number of each element, in Float64.</summary>
    public delegate void Draw(Generator generator, Span<double> numbers);

    /// <summary>Fills a contiguous tensor of floats.</summary>
    public static void Floats(string name, Tensor target, Generator? generator, Draw draw)
    {
        if (!DTypes.IsFloating(target.Type))
            throw new InvalidOperationException($"{name}: the numbers are floats; a tensor of {target.Type} cannot hold them.");
        Any(target, generator, draw);
    }

    /// <summary>Fills a contiguous tensor of any type of numbers.</summary>
    public static void Any(Tensor target, Generator? generator, Draw draw)
    {
        using var numbers = Tensor.Empty(target.Sizes, ScalarType.Float64);
        draw(generator ?? Generator.Default, numbers.Span<double>());
        using var rounded = Casts.To(numbers, target.Type);
        Tensor.CopyElements(rounded, target);
    }

    /// <summary>Fills a contiguous tensor with whole numbers in [low, high).</summary>
    public static void Integers(Tensor target, double low, double high, Generator? generator)
    {
        var (least, most) = Range(target.Type);
        if (!(low < high) || !(low >= least) || !(high - 1 <= most))
            throw new ArgumentException(
                $"random_: there is no {target.Type} in [{low}, {high}); {target.Type} goes from {least} to {most}.");
        using var numbers = Tensor.Empty(target.Sizes, ScalarType.Int64);
        (generator ?? Generator.Default).FillRandint(numbers.Span<long>(), (long)low, (long)high);
        using var cast = Casts.To(numbers, target.Type);
        Tensor.CopyElements(cast, target);
    }

    /// <summary>A new tensor of draws that depend on the elements; its type is theirs.</summary>
    public static Tensor FromElements(Tensor x, Action<ReadOnlyMemory<double>, Tensor> draw)
    {
        using var wide = Casts.To(x.detach(), ScalarType.Float64);
        using var ordered = wide.InOrder();
        using var numbers = Tensor.Empty(x.Sizes, ScalarType.Float64);
        draw(ordered.Span<double>().ToArray(), numbers);
        return Casts.To(numbers, x.Type);
    }

    // Whole numbers that the type can hold exactly.
    private static (double Least, double Most) Range(ScalarType type) => type switch
    {
        ScalarType.Bool => (0, 1),
        ScalarType.Byte => (byte.MinValue, byte.MaxValue),
        ScalarType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ScalarType.Int16 => (short.MinValue, short.MaxValue),
        ScalarType.Int32 => (int.MinValue, int.MaxValue),
        ScalarType.Float16 => (-(1 << 11), 1 << 11),
        ScalarType.BFloat16 => (-(1 << 8), 1 << 8),
        ScalarType.Float32 => (-(1 << 24), 1 << 24),
        ScalarType.Float64 => (-(1L << 53), 1L << 53),
        ScalarType.Int64 => (long.MinValue, 9.2233720368547748e18), // the largest double below 2^63
        _ => throw DTypes.Unsupported(type),
    };
}
