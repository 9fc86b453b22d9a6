using Course.Data;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// What a claim compares: whether it holds, the numbers to show when it does, and what was expected and what came when it does not.
/// </summary>
internal readonly record struct Comparison(bool Holds, string? Detail, string? Expected, string? Got)
{
    public static Comparison True(bool condition) => new(condition, null, "true", "false");

    public static Comparison Equal<T>(T actual, T expected)
    {
        bool holds = actual is System.Collections.IEnumerable left and not string && expected is System.Collections.IEnumerable right
            ? left.Cast<object?>().SequenceEqual(right.Cast<object?>())
            : EqualityComparer<T>.Default.Equals(actual, expected);
        return new Comparison(holds, null, CheckText.Value(expected), CheckText.Value(actual));
    }

    public static Comparison Close(double actual, double expected, double atol, double rtol)
    {
        double allowed = atol + (rtol * Math.Abs(expected));
        double difference = actual == expected ? 0 : Math.Abs(actual - expected);
        bool holds = difference <= allowed;
        return new Comparison(holds, $"{CheckText.Number(actual)}, difference {CheckText.Number(difference)} ≤ {CheckText.Number(allowed)}",
            $"{CheckText.Number(expected)} within {CheckText.Number(allowed)}",
            $"{CheckText.Number(actual)}, which differs by {CheckText.Number(difference)}");
    }

    /// <summary>As torch.allclose: |actual - expected| is at most atol + rtol |expected| everywhere; NaN is close to nothing.</summary>
    public static Comparison Close(Tensor actual, Tensor expected, double atol, double rtol)
    {
        if (!actual.shape.AsSpan().SequenceEqual(expected.shape))
            return new Comparison(false, null, $"a tensor of shape {expected.ShapeText()}", $"a tensor of shape {actual.ShapeText()}");
        double[] a = actual.ToDoubles(), e = expected.ToDoubles();
        double largest = 0, worstExcess = double.NegativeInfinity;
        int worst = -1, outside = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = a[i] == e[i] ? 0 : Math.Abs(a[i] - e[i]);
            double excess = difference - (atol + (rtol * Math.Abs(e[i])));
            if (double.IsNaN(excess)) excess = double.PositiveInfinity;
            if (excess > 0) outside++;
            if (excess > worstExcess) (worst, worstExcess) = (i, excess);
            largest = Math.Max(largest, difference);
        }

        string tolerance = $"{CheckText.Number(atol)}{(rtol > 0 ? $" + {CheckText.Number(rtol)} of the value" : "")}";
        string detail = $"max difference {CheckText.Number(largest)} ≤ {tolerance}";
        if (outside == 0) return new Comparison(true, detail, null, null);
        string place = $"[{string.Join(", ", PlaceOf(worst, actual.shape))}]";
        return new Comparison(false, detail,
            $"{CheckText.Number(e[worst])} at {place}, within {tolerance}",
            $"{CheckText.Number(a[worst])} at {place}; {outside} of {a.Length} elements differ");
    }

    /// <summary>Some elements differ by more than atol; NaN proves nothing.</summary>
    public static Comparison NotClose(Tensor actual, Tensor other, double atol)
    {
        if (!actual.shape.AsSpan().SequenceEqual(other.shape))
            return new Comparison(false, null, $"a tensor of shape {other.ShapeText()}", $"a tensor of shape {actual.ShapeText()}");
        double largest = actual.ToDoubles().Zip(other.ToDoubles(), (a, o) => a == o ? 0 : Math.Abs(a - o))
            .Aggregate(0.0, (most, difference) => Math.Max(most, difference));
        string got = $"max difference {CheckText.Number(largest)}";
        return new Comparison(largest > atol, $"{got} > {CheckText.Number(atol)}", $"a difference above {CheckText.Number(atol)}", got);
    }

    public static Comparison Shape(Tensor tensor, long[] shape) =>
        new(tensor.shape.AsSpan().SequenceEqual(shape), null, shape.ShapeText(), tensor.ShapeText());

    public static Comparison Below(double value, double limit) =>
        new(value < limit, $"{CheckText.Number(value)} < {CheckText.Number(limit)}", $"below {CheckText.Number(limit)}",
            CheckText.Number(value));

    public static Comparison Above(double value, double limit) =>
        new(value > limit, $"{CheckText.Number(value)} > {CheckText.Number(limit)}", $"above {CheckText.Number(limit)}",
            CheckText.Number(value));

    public static Comparison Between(double value, double low, double high) =>
        new(value >= low && value <= high, $"{CheckText.Number(low)} ≤ {CheckText.Number(value)} ≤ {CheckText.Number(high)}",
            $"{CheckText.Number(low)} to {CheckText.Number(high)}", CheckText.Number(value));

    public static Comparison Throws<T>(Action action, string messagePart) where T : Exception
    {
        string expected = $"{typeof(T).Name} with \"{messagePart}\" in its message";
        try
        {
            action();
        }
        catch (T error)
        {
            return new Comparison(error.Message.Contains(messagePart, StringComparison.OrdinalIgnoreCase), FirstLine(error), expected,
                $"{error.GetType().Name}: {FirstLine(error)}");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new Comparison(false, null, expected, $"{error.GetType().Name}: {FirstLine(error)}");
        }

        return new Comparison(false, null, expected, "no exception");
    }

    public static Comparison Runs(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is not (OperationCanceledException or CheckFailedException))
        {
            return new Comparison(false, null, "no exception", $"{error.GetType().Name}: {FirstLine(error)}");
        }

        return new Comparison(true, null, null, null);
    }

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0].TrimEnd();

    private static long[] PlaceOf(int flat, long[] shape)
    {
        var place = new long[shape.Length];
        long rest = flat;
        for (int i = shape.Length - 1; i >= 0; i--) (rest, place[i]) = Math.DivRem(rest, shape[i]);
        return place;
    }
}
