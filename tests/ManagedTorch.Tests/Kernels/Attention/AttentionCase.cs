using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels.Attention;

using Attention = ManagedTorch.Kernels.Attention;

/// <summary>Where the heads of an operand lie.</summary>
public enum HeadLayout
{
    /// <summary>(B, H, T, D), one head after the other.</summary>
    HeadsFirst,

    /// <summary>(B, T, H, D) with other data between the rows, as in one projection for queries, keys and values.</summary>
    Interleaved,
}

/// <summary>The shape of a mask that broadcasts to (B, H, Tq, Tk).</summary>
public enum MaskShape
{
    None,
    Full,
    PerKey,
    PerBatchAndQuery,
}

/// <summary>Attention on random operands: runs the kernel and a plain version in double precision.</summary>
internal sealed class AttentionCase
{
    private const float Mark = 777f;
    private readonly int columnGap;
    private float[] mask = [];
    private long[] maskStrides = [0, 0, 0, 0];

    internal AttentionCase(
        int batch, int heads, int queries, int keys, int dimension, int valueDimension, bool causal = false,
        MaskShape mask = MaskShape.None, HeadLayout layout = HeadLayout.HeadsFirst, int seed = 0)
    {
        (Batch, Heads, Queries, Keys, Dimension, ValueDimension) = (batch, heads, queries, keys, dimension, valueDimension);
        (Causal, Layout, MaskShape) = (causal, layout, mask);
        columnGap = layout == HeadLayout.Interleaved ? 5 : 0;
        Scale = 1 / MathF.Sqrt(dimension);
        var random = new Random(HashCode.Combine(queries, keys, dimension, seed));
        Query = Values(random, queries, dimension);
        Key = Values(random, keys, dimension);
        Value = Values(random, keys, valueDimension);
        GradOutput = Values(random, queries, valueDimension);
        MakeMask(random, mask);
    }

    internal int Batch { get; }

    internal int Heads { get; }

    internal int Queries { get; }

    internal int Keys { get; }

    internal int Dimension { get; }

    internal int ValueDimension { get; }

    internal bool Causal { get; }

    internal float Scale { get; init; }

    internal HeadLayout Layout { get; }

    internal MaskShape MaskShape { get; }

    /// <summary>Null keeps the probabilities where the kernel asks for them.</summary>
    internal bool? KeepProbabilities { get; init; }

    internal float[] Query { get; }

    internal float[] Key { get; }

    internal float[] Value { get; }

    internal float[] GradOutput { get; }

    internal float[] Mask => mask;

    /// <summary>Runs forward and backward. Gradients that are not wanted stay null.</summary>
    internal unsafe AttentionResult Run(bool query = true, bool key = true, bool value = true)
    {
        var result = new AttentionResult
        {
            Output = Filled(Queries, ValueDimension),
            LogSumExp = Enumerable.Repeat(Mark, Batch * Heads * Queries).ToArray(),
            DQuery = query ? Filled(Queries, Dimension) : null,
            DKey = key ? Filled(Keys, Dimension) : null,
            DValue = value ? Filled(Keys, ValueDimension) : null,
        };
        fixed (float* q = Query, k = Key, v = Value, m = mask, grad = GradOutput, o = result.Output, lse = result.LogSumExp,
            dq = result.DQuery, dk = result.DKey, dv = result.DValue)
        {
            var problem = new AttentionProblem
            {
                Batch = Batch,
                Heads = Heads,
                QueryLength = Queries,
                KeyLength = Keys,
                HeadDimension = Dimension,
                ValueDimension = ValueDimension,
                Scale = Scale,
                Causal = Causal,
                Query = Operand(q, Queries, Dimension),
                Key = Operand(k, Keys, Dimension),
                Value = Operand(v, Keys, ValueDimension),
                Mask = MaskShape == MaskShape.None ? null : m,
                MaskBatchStride = maskStrides[0],
                MaskHeadStride = maskStrides[1],
                MaskRowStride = maskStrides[2],
                MaskColumnStride = maskStrides[3],
            };
            if (KeepProbabilities ?? Attention.KeepsProbabilities(problem))
            {
                result.Probabilities = Enumerable.Repeat(Mark, Batch * Heads * Queries * Keys).ToArray();
            }

            fixed (float* p = result.Probabilities)
            {
                AttentionInput output = Operand(o, Queries, ValueDimension);
                Attention.Forward(problem, output, p, lse);
                Attention.Backward(
                    problem, Operand(grad, Queries, ValueDimension), p, lse, Operand(dq, Queries, Dimension),
                    Operand(dk, Keys, Dimension), Operand(dv, Keys, ValueDimension));
            }
        }

        return result;
    }

    /// <summary>Runs the kernel on every instruction set and compares everything it wrote with double precision.</summary>
    internal void Verify()
    {
        NaiveAttention[] expected =
            [.. from b in Enumerable.Range(0, Batch) from h in Enumerable.Range(0, Heads) select new NaiveAttention(this, b, h)];
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            using var settings = new KernelSettings(level);
            Compare(Run(), expected);
        }
    }

    internal int At(int batch, int head, int row, int column, int rows, int columns) => Layout == HeadLayout.HeadsFirst
        ? ((batch * Heads + head) * rows + row) * columns + column
        : (batch * rows + row) * RowStride(columns) + head * columns + column;

    internal double MaskAt(int batch, int head, int row, int column) => MaskShape == MaskShape.None
        ? 0
        : mask[batch * maskStrides[0] + head * maskStrides[1] + row * maskStrides[2] + column * maskStrides[3]];

    public override string ToString() =>
        $"{Simd.Level} B{Batch} H{Heads} {Queries}x{Keys} d{Dimension} v{ValueDimension} {(Causal ? "causal " : "")}{MaskShape} {Layout}";

    private int RowStride(int columns) => Layout == HeadLayout.HeadsFirst ? columns : Heads * columns + columnGap;

    private int Size(int rows, int columns) => Batch * rows * (Layout == HeadLayout.HeadsFirst ? Heads * columns : RowStride(columns));

    private unsafe AttentionInput Operand(float* pointer, int rows, int columns) => new()
    {
        Pointer = pointer,
        BatchStride = Size(rows, columns) / Batch,
        HeadStride = Layout == HeadLayout.HeadsFirst ? rows * columns : columns,
        RowStride = RowStride(columns),
    };

    private void Compare(AttentionResult actual, NaiveAttention[] reference)
    {
        for (int b = 0; b < Batch; b++)
        {
            for (int h = 0; h < Heads; h++)
            {
                NaiveAttention expected = reference[b * Heads + h];
                int statistics = (b * Heads + h) * Queries;
                for (int i = 0; i < Queries; i++)
                {
                    Close(expected.LogSumExp[i], actual.LogSumExp[statistics + i], $"log-sum-exp of row {i}");
                    for (int j = 0; actual.Probabilities is { } kept && j < Keys; j++)
                    {
                        Close(expected.Probabilities[i, j], kept[(statistics + i) * Keys + j], $"P[{i},{j}]");
                    }
                }

                Compare(expected.Output, actual.Output, b, h, "output");
                Compare(expected.DQuery, actual.DQuery!, b, h, "dQuery");
                Compare(expected.DKey, actual.DKey!, b, h, "dKey");
                Compare(expected.DValue, actual.DValue!, b, h, "dValue");
            }
        }

        Untouched(actual.Output, Queries, ValueDimension);
        Untouched(actual.DQuery!, Queries, Dimension);
        Untouched(actual.DKey!, Keys, Dimension);
        Untouched(actual.DValue!, Keys, ValueDimension);
    }

    private void Compare(double[,] expected, float[] actual, int batch, int head, string name)
    {
        for (int row = 0; row < expected.GetLength(0); row++)
        {
            for (int column = 0; column < expected.GetLength(1); column++)
            {
                int at = At(batch, head, row, column, expected.GetLength(0), expected.GetLength(1));
                Close(expected[row, column], actual[at], $"{name}[{batch},{head},{row},{column}]");
            }
        }
    }

    private void Close(double expected, float actual, string what)
    {
        bool isClose = double.IsNaN(expected) ? float.IsNaN(actual)
            : double.IsInfinity(expected) ? expected == actual
            : Math.Abs(expected - actual) <= 2e-5 * (1 + Math.Abs(expected));
        Assert.True(isClose, $"{this}: {what} is {actual}, not {expected}");
    }

    /// <summary>What lies between the rows is another tensor's and must keep its value.</summary>
    private void Untouched(float[] values, int rows, int columns)
    {
        bool[] inside = new bool[values.Length];
        for (int b = 0; b < Batch; b++)
        {
            for (int h = 0; h < Heads; h++)
            {
                for (int i = 0; i < rows * columns; i++)
                {
                    inside[At(b, h, i / columns, i % columns, rows, columns)] = true;
                }
            }
        }

        Assert.DoesNotContain(values.Where((value, i) => !inside[i]), value => value != Mark);
    }

    private float[] Filled(int rows, int columns) => Enumerable.Repeat(Mark, Size(rows, columns)).ToArray();

    private float[] Values(Random random, int rows, int columns) =>
        [.. Enumerable.Range(0, Size(rows, columns)).Select(_ => random.NextSingle() * 2 - 1)];

    private void MakeMask(Random random, MaskShape shape)
    {
        (int count, maskStrides) = shape switch
        {
            MaskShape.Full => (Batch * Heads * Queries * Keys, [Heads * Queries * Keys, Queries * Keys, Keys, 1]),
            MaskShape.PerKey => (2 * Keys, [0, 0, 0, 2]),
            MaskShape.PerBatchAndQuery => (Batch * Queries, [Queries, 0, 1, 0]),
            _ => (0, new long[4]),
        };

        // The first key stays open, so that every row sees something.
        mask = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
        for (int i = 1; i < count && shape != MaskShape.PerBatchAndQuery; i++)
        {
            bool isFirstKey = shape == MaskShape.Full ? i % Keys == 0 : i == 0;
            mask[i] = !isFirstKey && random.NextSingle() < 0.3f ? float.NegativeInfinity : mask[i];
        }
    }
}
