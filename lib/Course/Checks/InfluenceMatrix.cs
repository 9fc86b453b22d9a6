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
    public Chart Plot(string title = "Influence of inputs on outputs")
    {
        var scaled = new float[Outputs, Inputs];
        for (int output = 0; output < Outputs; output++)
        {
            float most = Enumerable.Range(0, Inputs).Max(input => Values[output, input]);
            for (int input = 0; input < Inputs; input++)
                // Weak influence must not look like none.
                scaled[output, input] = this[output, input] ? Math.Max(0.12f, Values[output, input] / most) : 0;
        }

        return Plots.Plot.Heatmap(scaled, map: ColorMap.Blues, min: 0, max: 1, colorLabel: "relative strength")
            .WithTitle(title).WithAxes("input position", "output position");
    }
}
