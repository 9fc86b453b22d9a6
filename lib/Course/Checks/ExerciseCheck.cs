using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// The claims about a reader's solution. Each may name the mistake that would break it:
/// <c>Check.Exercise("scale").AllClose(mine, right, "scores are scaled", likelyMistake: "you divided by d, not by its square root")</c>.
/// </summary>
public sealed class ExerciseCheck
{
    private readonly string _name;

    internal ExerciseCheck(string name) => _name = name;

    /// <summary>Claims that <paramref name="condition"/> is true.</summary>
    public ExerciseCheck True(bool condition, string claim, string? likelyMistake = null) =>
        Report(Comparison.True(condition), claim, likelyMistake);

    /// <summary>Claims that two values, or the elements of two lists, are equal.</summary>
    public ExerciseCheck Equal<T>(T actual, T expected, string claim, string? likelyMistake = null) =>
        Report(Comparison.Equal(actual, expected), claim, likelyMistake);

    /// <summary>Claims that two numbers differ by at most atol + rtol |expected|.</summary>
    public ExerciseCheck Close(double actual, double expected, string claim, double atol = 1e-5, double rtol = 0,
        string? likelyMistake = null) =>
        Report(Comparison.Close(actual, expected, atol, rtol), claim, likelyMistake);

    /// <summary>Claims that two tensors have one shape and that their elements differ by at most atol + rtol |expected|.</summary>
    public ExerciseCheck AllClose(Tensor actual, Tensor expected, string claim, double atol = 1e-5, double rtol = 0,
        string? likelyMistake = null) =>
        Report(Comparison.Close(actual, expected, atol, rtol), claim, likelyMistake);

    /// <summary>Claims the shape of a tensor.</summary>
    public ExerciseCheck Shape(Tensor tensor, long[] shape, string? likelyMistake = null,
        [CallerArgumentExpression(nameof(tensor))] string name = "tensor") =>
        Report(Comparison.Shape(tensor, shape), Check.ShapeClaim(name, shape), likelyMistake);

    /// <summary>Claims that <paramref name="value"/> is less than <paramref name="limit"/>.</summary>
    public ExerciseCheck Below(double value, double limit, string claim, string? likelyMistake = null) =>
        Report(Comparison.Below(value, limit), claim, likelyMistake);

    /// <summary>Claims that <paramref name="value"/> is greater than <paramref name="limit"/>.</summary>
    public ExerciseCheck Above(double value, double limit, string claim, string? likelyMistake = null) =>
        Report(Comparison.Above(value, limit), claim, likelyMistake);

    /// <summary>
    /// Claims that <paramref name="action"/> throws a <typeparamref name="T"/> whose message contains <paramref name="messagePart"/>.
    /// </summary>
    public ExerciseCheck Throws<T>(Action action, string messagePart, string claim, string? likelyMistake = null) where T : Exception =>
        Report(Comparison.Throws<T>(action, messagePart), claim, likelyMistake);

    /// <summary>
    /// Fails with <paramref name="mistake"/> as the hint if <paramref name="actual"/> is what that mistake gives; else prints nothing.
    /// Put it before the claim that compares with the right answer.
    /// </summary>
    public ExerciseCheck IsNot(Tensor actual, Tensor wrong, string mistake, double atol = 1e-6)
    {
        if (Comparison.Close(actual, wrong, atol, 0).Holds)
            Report(new Comparison(false, null, "another result", "exactly what this mistake gives"), "the result is right", mistake);
        return this;
    }

    private ExerciseCheck Report(Comparison comparison, string claim, string? likelyMistake)
    {
        Check.Report(comparison, claim, likelyMistake, _name);
        return this;
    }
}
