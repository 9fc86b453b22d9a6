using Course.Plots;
using Course.Vision;

namespace Course.Checks;

/// <summary>How strongly each input position (column) changes each output position (row). An exact zero means: not at all.</summary>
public sealed class InfluenceMatrix
{
    internal InfluenceMatrix(float[,] values) => Values = values;

    /// <summary>The strengths, (outputs, inputs), zero or more.</summary>
    public float[,] Values { get; }

    /// <summary>The number of output positions.</summary>
    public int Outputs => Values.GetLength(0);

    /// <summary>The number of input positions.</summary>
    public int Inputs => Values.GetLength(1);

    /// <summary>True if input position <paramref name="input"/> can change output position <paramref name="output"/>.</summary>
    public bool this[int output, int input] => Values[output, input] > 0;

    /// <summary>True if no output position depends on a later input position.</summary>
    public bool IsCausal => Matches((output, input) => input <= output, mayOnly: true);

    /// <summary>
    /// True if some of these input positions can change some of these output positions: <c>influence.Any(outputs: ..32, inputs: 32..)</c>.
    /// </summary>
    /// <exception cref="ArgumentException">A range is empty or reaches beyond the matrix.</exception>
    public bool Any(Range outputs, Range inputs) => Block(outputs, inputs).Any(hasInfluence => hasInfluence);

    /// <summary>True if each of these input positions can change each of these output positions.</summary>
    /// <exception cref="ArgumentException">A range is empty or reaches beyond the matrix.</exception>
    public bool All(Range outputs, Range inputs) => Block(outputs, inputs).All(hasInfluence => hasInfluence);

    /// <summary>The matrix as true and false.</summary>
    public bool[,] ToMask()
    {
        var mask = new bool[Outputs, Inputs];
        for (int output = 0; output < Outputs; output++)
            for (int input = 0; input < Inputs; input++)
                mask[output, input] = this[output, input];
        return mask;
    }

    /// <summary>
    /// True if exactly the pairs (output, input) that <paramref name="expected"/> names have influence; with <paramref name="mayOnly"/> if
    /// no others have.
    /// </summary>
    public bool Matches(Func<int, int, bool> expected, bool mayOnly = false)
    {
        for (int output = 0; output < Outputs; output++)
            for (int input = 0; input < Inputs; input++)
                if (mayOnly ? this[output, input] && !expected(output, input) : this[output, input] != expected(output, input))
                    return false;
        return true;
    }

    /// <summary>A heat map of the strengths, each row scaled to a largest value of 1; what has no influence is white.</summary>
    /// <param name="title">Stands above it.</param>
    /// <param name="outputs">A name for each output position; numbers unless given.</param>
    /// <param name="inputs">A name for each input position; numbers unless given.</param>
    public Chart Plot(string title = "Influence of inputs on outputs", IEnumerable<string>? outputs = null,
        IEnumerable<string>? inputs = null)
    {
        var scaled = new float[Outputs, Inputs];
        for (int output = 0; output < Outputs; output++)
        {
            float most = Enumerable.Range(0, Inputs).Max(input => Values[output, input]);
            for (int input = 0; input < Inputs; input++)
                // Weak influence must not look like none.
                scaled[output, input] = this[output, input] ? Math.Max(0.12f, Values[output, input] / most) : 0;
        }

        return Plots.Plot.Heatmap(scaled, outputs, inputs, ColorMap.Blues, min: 0, max: 1, colorLabel: "relative strength")
            .WithTitle(title).WithAxes("input position", "output position");
    }

    private IEnumerable<bool> Block(Range outputs, Range inputs)
    {
        // An empty block has no influence and all influence at once: it would prove whatever is claimed.
        int[] rows = Positions(outputs, Outputs, nameof(outputs)), columns = Positions(inputs, Inputs, nameof(inputs));
        return rows.SelectMany(output => columns.Select(input => this[output, input]));
    }

    private static int[] Positions(Range range, int count, string parameter)
    {
        int start = range.Start.GetOffset(count), end = range.End.GetOffset(count);
        return start >= 0 && start < end && end <= count
            ? [.. Enumerable.Range(start, end - start)]
            : throw new ArgumentException($"{range} names no positions of the {count} there are", parameter);
    }
}
