using Course.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// Measures which input position can change which output position, by the Jacobian: a mask, a causal order, a padded position or a
/// query that may not look at the text is proved by zeros in this matrix.
/// </summary>
/// <remarks>
/// A zero is exact: no change of that input, however large, moves that output to first order. Two things can hide an influence: a point
/// where the function is flat (ReLU on negative numbers), so measure at random inputs, and a step like argmax, which has no gradient.
/// </remarks>
/// <example>
/// <code>
/// InfluenceMatrix influence = Influence.Of(block.call, randn(2, 8, 32));
/// Check.True(influence.IsCausal, "no token sees a later one");
/// Check.True(!influence.Any(outputs: ..3, inputs: 3..), "the first three tokens never see the others");
/// influence.Plot()
/// </code>
/// </example>
public static class Influence
{
    private const int CotangentSeed = 20_170_612;

    /// <summary>
    /// The influence matrix of <paramref name="f"/>, which maps (B, N, D) to (B, M, D'), at <paramref name="input"/>.
    /// </summary>
    /// <remarks>
    /// For each output position m the gradient of a random weighting of its elements; random, so that influences do not cancel out.
    /// Entry (m, n) is the root mean square of that gradient at input position n. The gradients of f's own parameters stay untouched.
    /// The function must give the same result for the same input: put a module into eval mode first. Of a function of two sequences hold
    /// one fixed: <c>Influence.Of(image =&gt; model.forward(text, image), image)</c>.
    /// </remarks>
    /// <param name="f">The function; called once.</param>
    /// <param name="input">Where it is measured, (B, N, D) of floating-point numbers; not changed.</param>
    /// <returns>The strengths, (M, N).</returns>
    /// <exception cref="ArgumentException">The input or the output has not three dimensions.</exception>
    /// <exception cref="InvalidOperationException">A gradient is not finite.</exception>
    public static InfluenceMatrix Of(Func<Tensor, Tensor> f, Tensor input)
    {
        if (input.dim() != 3) throw new ArgumentException($"the input must have shape (B, N, D), not {input.ShapeText()}", nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor x = input.detach().clone().requires_grad_(true);
        Tensor y = f(x);
        if (y.dim() != 3) throw new ArgumentException($"the function must return a tensor (B, M, D'), not {y.ShapeText()}", nameof(f));

        int outputs = (int)y.shape[1], inputs = (int)x.shape[1];
        var values = new float[outputs, inputs];
        // A function that ignores its input altogether has no gradient to ask for.
        if (!y.requires_grad) return new InfluenceMatrix(values);

        var random = new SeededRandom(CotangentSeed);
        for (int m = 0; m < outputs; m++)
        {
            using DisposeScope position = NewDisposeScope();
            Tensor cotangent = Cotangent(y, m, random);
            Tensor? gradient = autograd.grad([y], [x], [cotangent], retain_graph: true, allow_unused: true)[0];
            if (gradient is null) continue;
            Accumulate(gradient, m, values);
        }

        return new InfluenceMatrix(values);
    }

    /// <summary>
    /// Which item of a batch can change which item of the result: everything off the diagonal is a leak, as of a module that takes
    /// the first dimension for the sequence.
    /// </summary>
    /// <param name="f">Maps (B, ...) to (B', ...).</param>
    /// <param name="input">Where it is measured, of two dimensions or more.</param>
    /// <returns>The strengths, (B', B).</returns>
    /// <exception cref="ArgumentException">The input or the output has fewer than two dimensions.</exception>
    public static InfluenceMatrix AcrossBatch(Func<Tensor, Tensor> f, Tensor input) =>
        Of(items => ItemsAsPositions(f(items.view(input.shape)), "the function must return a tensor", nameof(f)),
            ItemsAsPositions(input, "the input must have shape", nameof(input)));

    /// <summary>(B, ...) as one sequence of B positions, (1, B, the rest).</summary>
    private static Tensor ItemsAsPositions(Tensor items, string what, string parameter) => items.dim() >= 2
        ? items.reshape(1, items.shape[0], -1)
        : throw new ArgumentException($"{what} (B, ...) of two dimensions or more, not {items.ShapeText()}", parameter);

    /// <summary>Zero but for output position m, where each element gets a weight of 0.5 to 1.5 and a random sign.</summary>
    private static Tensor Cotangent(Tensor y, int m, SeededRandom random)
    {
        int batch = (int)y.shape[0], positions = (int)y.shape[1], width = (int)y.shape[2];
        var weights = new float[batch * positions * width];
        for (int b = 0; b < batch; b++)
            for (int d = 0; d < width; d++)
                weights[(((b * positions) + m) * width) + d] = (float)(0.5 + random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1);
        return tensor(weights, y.shape, device: y.device);
    }

    private static void Accumulate(Tensor gradient, int m, float[,] values)
    {
        int batch = (int)gradient.shape[0], positions = (int)gradient.shape[1], width = (int)gradient.shape[2];
        float[] g = gradient.ToFloats();
        for (int n = 0; n < positions; n++)
        {
            double sum = 0;
            for (int b = 0; b < batch; b++)
                for (int d = 0; d < width; d++)
                {
                    double value = g[(((b * positions) + n) * width) + d];
                    sum += value * value;
                }

            // NaN is not above zero, and would pass for no influence.
            if (!double.IsFinite(sum))
                throw new InvalidOperationException(
                    $"the gradient of output position {m} at input position {n} is not finite, so it tells nothing about influence");
            values[m, n] = (float)Math.Sqrt(sum / (batch * width));
        }
    }
}
