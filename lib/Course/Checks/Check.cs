using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// Asserts the claims of a notebook. One that holds prints a line that begins with a tick; one that does not throws
/// <see cref="CheckFailedException"/>. The value comes first, what it should be second, the claim last.
/// </summary>
public static class Check
{
    [ThreadStatic]
    private static bool _isQuiet;

    /// <summary>Told of every claim, before a false one throws.</summary>
    public static event Action<CheckResult>? Reported;

    /// <summary>Claims that <paramref name="condition"/> is true.</summary>
    public static void True(bool condition, string claim, string? hint = null) => Report(Comparison.True(condition), claim, hint);

    /// <summary>Claims that two values, or the elements of two lists, are equal.</summary>
    public static void Equal<T>(T actual, T expected, string claim, string? hint = null) =>
        Report(Comparison.Equal(actual, expected), claim, hint);

    /// <summary>Claims that two numbers differ by at most atol + rtol |expected|.</summary>
    public static void Close(double actual, double expected, string claim, double atol = 1e-5, double rtol = 0, string? hint = null) =>
        Report(Comparison.Close(actual, expected, atol, rtol), claim, hint);

    /// <summary>Claims that two tensors have one shape and that their elements differ by at most atol + rtol |expected|.</summary>
    public static void AllClose(Tensor actual, Tensor expected, string claim, double atol = 1e-5, double rtol = 0, string? hint = null) =>
        Report(Comparison.Close(actual, expected, atol, rtol), claim, hint);

    /// <summary>Claims that two tensors have one shape, and some elements that differ by more than <paramref name="atol"/>.</summary>
    public static void NotClose(Tensor actual, Tensor other, string claim, double atol = 1e-5, string? hint = null) =>
        Report(Comparison.NotClose(actual, other, atol), claim, hint);

    /// <summary>Claims the shape of a tensor: <c>Check.Shape(scores, [batch, heads, n, n])</c>.</summary>
    public static void Shape(Tensor tensor, long[] shape, [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Report(Comparison.Shape(tensor, shape), ShapeClaim(name, shape), null);

    /// <summary>Claims the shape of a tensor of one dimension.</summary>
    public static void Shape(Tensor tensor, long d0, [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Shape(tensor, [d0], name);

    /// <summary>Claims the shape of a tensor of two dimensions.</summary>
    public static void Shape(Tensor tensor, long d0, long d1, [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Shape(tensor, [d0, d1], name);

    /// <summary>Claims the shape of a tensor of three dimensions.</summary>
    public static void Shape(Tensor tensor, long d0, long d1, long d2, [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Shape(tensor, [d0, d1, d2], name);

    /// <summary>Claims the shape of a tensor of four dimensions.</summary>
    public static void Shape(Tensor tensor, long d0, long d1, long d2, long d3,
        [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Shape(tensor, [d0, d1, d2, d3], name);

    /// <summary>
    /// Claims that <paramref name="action"/> throws a <typeparamref name="T"/> whose message contains <paramref name="messagePart"/>.
    /// </summary>
    public static void Throws<T>(Action action, string messagePart, string? claim = null) where T : Exception =>
        Report(Comparison.Throws<T>(action, messagePart), claim ?? $"throws {typeof(T).Name} about \"{messagePart}\"", null);

    /// <summary>Claims that <paramref name="action"/> ends without an exception.</summary>
    public static void Runs(Action action, string claim, string? hint = null) => Report(Comparison.Runs(action), claim, hint);

    /// <summary>
    /// Claims that the checks in <paramref name="checks"/> fail, as they must on code known to be flawed. Prints the claim that fails, with
    /// a cross, and throws if none does.
    /// </summary>
    /// <remarks>
    /// Other exceptions pass through: a check that crashes says nothing about the code. Use <see cref="Runs"/> for code that may.
    /// </remarks>
    public static void Fails(Action checks)
    {
        try
        {
            checks();
        }
        catch (CheckFailedException failure)
        {
            Console.WriteLine($"✗ {failure.Description}");
            Report(Comparison.True(true), "so the check fails, as it must on this code", null);
            return;
        }

        Report(new Comparison(false, null, "a check that fails", "no check that fails"), "the check fails on flawed code", null);
    }

    /// <summary>The first of the checks in <paramref name="checks"/> that fails, or null; prints nothing.</summary>
    public static CheckFailedException? FailureOf(Action checks)
    {
        bool before = _isQuiet;
        _isQuiet = true;
        try
        {
            checks();
            return null;
        }
        catch (CheckFailedException failure)
        {
            return failure;
        }
        finally
        {
            _isQuiet = before;
        }
    }

    /// <summary>Claims that <paramref name="value"/> is less than <paramref name="limit"/>.</summary>
    public static void Below(double value, double limit, string claim, string? hint = null) =>
        Report(Comparison.Below(value, limit), claim, hint);

    /// <summary>Claims that <paramref name="value"/> is greater than <paramref name="limit"/>.</summary>
    public static void Above(double value, double limit, string claim, string? hint = null) =>
        Report(Comparison.Above(value, limit), claim, hint);

    /// <summary>Claims that <paramref name="value"/> lies between two limits or on one of them.</summary>
    public static void Between(double value, double low, double high, string claim, string? hint = null) =>
        Report(Comparison.Between(value, low, high), claim, hint);

    /// <summary>Prints a key figure, which the command's report collects: "▪ test accuracy: 88.1 %".</summary>
    /// <param name="name">What it is; without a colon.</param>
    /// <param name="value">The figure.</param>
    /// <param name="format">A .NET number format, for example "0.0 %".</param>
    public static void Figure(string name, double value, string format = "G4") =>
        Console.WriteLine($"▪ {name}: {value.ToString(format, CultureInfo.InvariantCulture)}");

    /// <summary>Begins the check of an exercise, whose claims can name the likely mistake.</summary>
    public static ExerciseCheck Exercise(string name) => new(name);

    internal static void Report(Comparison comparison, string claim, string? hint, string? exercise = null)
    {
        Reported?.Invoke(new CheckResult(claim, comparison.Holds, comparison.Detail, exercise));
        if (!comparison.Holds)
        {
            string place = exercise is null ? claim : $"{claim} (exercise {exercise})";
            throw new CheckFailedException(place, comparison.Expected, comparison.Got, hint);
        }

        if (_isQuiet) return;
        Console.WriteLine(comparison.Detail is null ? $"✓ {claim}" : $"✓ {claim} ({comparison.Detail})");
    }

    internal static string ShapeClaim(string name, long[] shape) => $"{name} has shape {Data.TensorValues.ShapeText(shape)}";
}
