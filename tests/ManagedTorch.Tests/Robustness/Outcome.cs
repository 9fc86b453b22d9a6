using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Robustness;

/// <summary>What a call gave: its results, or the exception that it threw.</summary>
internal sealed class Outcome
{
    private Outcome(object? result, Exception? error)
    {
        Error = error;
        Tensors = result is Tensor x ? [x]
            : result is IEnumerable<Tensor> list ? [.. list]
            : result is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).OfType<Tensor>()] : [];
        Other = result is Tensor or IEnumerable<Tensor> or ITuple ? null : result;
    }

    public Exception? Error { get; }

    public Tensor[] Tensors { get; }

    public object? Other { get; }

    public static Outcome Of(MethodInfo method, object? target, object?[] arguments)
    {
        try
        {
            return new Outcome(method.Invoke(target, arguments), null);
        }
        catch (TargetInvocationException error)
        {
            return new Outcome(null, error.InnerException);
        }
    }

    /// <summary>What differs between two outcomes, in words; null when nothing does. Floats may differ by rounding.</summary>
    public static string? Difference(Outcome a, Outcome b)
    {
        if (a.Error is not null || b.Error is not null)
            return a.Error?.GetType() == b.Error?.GetType() ? null : $"one threw {a.Error?.Message ?? "nothing"}, the other {b.Error?.Message ?? "nothing"}";
        if (a.Tensors.Length != b.Tensors.Length)
            return $"{a.Tensors.Length} results and {b.Tensors.Length}";
        if (a.Other is IComparable && !a.Other.Equals(b.Other))
            return $"{a.Other} and {b.Other}";
        return a.Tensors.Zip(b.Tensors, Difference).FirstOrDefault(difference => difference is not null);
    }

    public static string? Difference(Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype || !a.shape.AsSpan().SequenceEqual(b.shape))
            return $"{a.dtype} [{string.Join(", ", a.shape)}] and {b.dtype} [{string.Join(", ", b.shape)}]";
        double[] x = Numbers(a), y = Numbers(b);
        var largest = x.Concat(y).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var allowed = a.is_floating_point() || a.is_complex() ? 1e-4 * Math.Max(1, largest) : 0;
        for (var i = 0; i < x.Length; i++)
            if (!x[i].Equals(y[i]) && !(Math.Abs(x[i] - y[i]) <= allowed))
                return $"element {i}: {x[i]:R} and {y[i]:R}";
        return null;
    }

    private static double[] Numbers(Tensor x)
    {
        using var noGrad = no_grad();
        var parts = x.is_complex() ? x.view_as_real() : x;
        return parts.to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }
}
