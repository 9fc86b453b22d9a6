using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class Pool2dTests
{
    public static TheoryData<string> Names => new(Shapes.Keys);

    private static readonly Dictionary<string, Pool2dShape> Shapes = new()
    {
        ["2x2"] = new(2, 3, 8, 6, 2, 2, 2, 2),
        ["2x2, a rest left out"] = new(1, 2, 7, 9, 2, 2, 2, 2),
        ["ceil mode"] = new(1, 2, 7, 9, 2, 2, 2, 2, CeilMode: true),
        ["ceil mode, padded, last window dropped"] = new(2, 1, 5, 6, 2, 3, 3, 4, 1, 1, CeilMode: true),
        ["overlapping"] = new(2, 2, 9, 40, 3, 3, 1, 1, 1, 1),
        ["overlapping, strided"] = new(30, 3, 20, 21, 3, 3, 2, 2, 1, 1),
        ["whole picture"] = new(3, 4, 6, 5, 6, 5, 6, 5),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumMatches(string name) => CheckMaximum(Shapes[name]);

    [Fact]
    public void DilatedMaximumMatches() => CheckMaximum(new(2, 2, 12, 11, 3, 2, 2, 1, 1, 1, 2, 3));

    [Theory]
    [MemberData(nameof(Names))]
    public void MeanMatches(string name)
    {
        Pool2dShape s = Shapes[name];
        float[] x = KernelAssert.Random(s.Batch * s.Channels * s.Height * s.Width, 1);
        float[] dy = KernelAssert.Random(s.Batch * s.Channels * s.OutHeight * s.OutWidth, 2);
        foreach (var (countPad, divisor) in new[] { (true, 0), (false, 0), (true, 7) })
        {
            var y = new double[dy.Length];
            var dx = new double[x.Length];
            for (int at = 0; at < y.Length; at++)
            {
                (long plane, long top, long left) = Window(s, at);
                List<long> inside = Inside(s, plane, top, left);
                long padded = (Math.Min(top + s.KernelHeight, s.Height + s.PadH) - top)
                    * (Math.Min(left + s.KernelWidth, s.Width + s.PadW) - left);
                double scale = 1.0 / (divisor != 0 ? divisor : countPad ? padded : inside.Count);
                foreach (long i in inside)
                {
                    y[at] += x[i] * scale;
                    dx[i] += dy[at] * scale;
                }
            }

            KernelAssert.Matches(
                () =>
                {
                    using var input = new GuardedArray<float>(x);
                    using var upstream = new GuardedArray<float>(dy);
                    using var output = new GuardedArray<float>(dy.Length);
                    AvgPool2d.Forward(s, input.Pointer, output.Pointer, countPad, divisor);
                    AvgPool2d.Backward(s, upstream.Pointer, input.Pointer, countPad, divisor);
                    return [output.Values.ToArray(), input.Values.ToArray()];
                },
                [y, dx]);
        }
    }

    [Theory]
    [InlineData(5, 2, 2, 0, false, 2)]
    [InlineData(5, 2, 2, 0, true, 3)]
    [InlineData(5, 3, 2, 1, false, 3)]
    [InlineData(4, 2, 3, 1, true, 2)]
    [InlineData(6, 3, 4, 1, true, 2)]
    public void OutputLengthsAreThoseOfPyTorch(int length, int kernel, int stride, int pad, bool ceil, int wanted)
    {
        var shape = new Pool2dShape(1, 1, length, length, kernel, kernel, stride, stride, pad, pad, CeilMode: ceil);
        Assert.Equal((wanted, wanted), (shape.OutHeight, shape.OutWidth));
    }

    private static void CheckMaximum(Pool2dShape s)
    {
        // Few distinct values, for ties; one window of only minus infinity and one with NaN.
        float[] x = Array.ConvertAll(
            KernelAssert.Random(s.Batch * s.Channels * s.Height * s.Width, 1), value => MathF.Round(value * 3));
        float[] dy = KernelAssert.Random(s.Batch * s.Channels * s.OutHeight * s.OutWidth, 2);
        Array.Fill(x, float.NegativeInfinity, 0, (int)(s.Height * s.Width / 2));
        x[^3] = float.NaN;
        var y = new double[dy.Length];
        var index = new double[dy.Length];
        var dx = new double[x.Length];
        for (int at = 0; at < y.Length; at++)
        {
            (long plane, long top, long left) = Window(s, at);
            List<long> inside = Inside(s, plane, top, left);
            long best = inside[0];
            foreach (long i in inside.Skip(1))
            {
                best = !float.IsNaN(x[best]) && (x[i] > x[best] || float.IsNaN(x[i])) ? i : best;
            }

            y[at] = x[best];
            index[at] = best % (s.Height * s.Width);
            dx[best] += dy[at];
        }

        KernelAssert.Matches(
            () =>
            {
                using var input = new GuardedArray<float>(x);
                using var upstream = new GuardedArray<float>(dy);
                using var output = new GuardedArray<float>(dy.Length);
                using var indices = new GuardedArray<long>(dy.Length);
                MaxPool2d.Forward(s, input.Pointer, output.Pointer, indices.Pointer);
                MaxPool2d.Backward(s, upstream.Pointer, indices.Pointer, input.Pointer);
                return [output.Values.ToArray(), Array.ConvertAll(indices.Values.ToArray(), i => (float)i), input.Values.ToArray()];
            },
            [y, index, dx]);
    }

    private static (long Plane, long Top, long Left) Window(in Pool2dShape s, long at) =>
        (at / (s.OutHeight * s.OutWidth), (at / s.OutWidth % s.OutHeight * s.StrideH) - s.PadH, (at % s.OutWidth * s.StrideW) - s.PadW);

    private static List<long> Inside(in Pool2dShape s, long plane, long top, long left)
    {
        var places = new List<long>();
        for (long place = 0; place < s.KernelHeight * s.KernelWidth; place++)
        {
            long h = top + (place / s.KernelWidth * s.DilationH);
            long w = left + (place % s.KernelWidth * s.DilationW);
            if (h >= 0 && h < s.Height && w >= 0 && w < s.Width)
            {
                places.Add((((plane * s.Height) + h) * s.Width) + w);
            }
        }

        return places;
    }
}
