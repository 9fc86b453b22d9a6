using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class Conv2dTests
{
    public static TheoryData<string> Names => new(Shapes.Keys);

    private static readonly Dictionary<string, Conv2dShape> Shapes = new()
    {
        ["3x3 padded"] = new(2, 3, 7, 6, 4, 3, 3, PadH: 1, PadW: 1),
        ["1x1"] = new(3, 5, 4, 3, 6, 1, 1),
        ["1x1 strided"] = new(2, 3, 5, 5, 2, 1, 1, 2, 2),
        ["patches"] = new(20, 3, 8, 8, 5, 4, 4, 4, 4),
        ["patches that leave a rest"] = new(2, 1, 9, 10, 3, 4, 4, 4, 4),
        ["strided, dilated, uneven padding"] = new(2, 2, 11, 9, 3, 3, 2, 2, 3, 2, 1, 2, 1),
        ["padding beyond the kernel's reach"] = new(1, 1, 2, 2, 1, 2, 2, 1, 1, 3, 3),
        ["grouped"] = new(3, 4, 6, 5, 6, 3, 3, PadH: 1, PadW: 1, Groups: 2),
        ["depthwise"] = new(4, 4, 6, 6, 4, 3, 3, PadH: 1, PadW: 1, Groups: 4),
        ["whole picture"] = new(2, 3, 5, 5, 4, 5, 5),
        ["many pictures"] = new(33, 1, 6, 7, 3, 3, 3, PadH: 1, PadW: 1),
        ["several tiles for one thread"] = new(17, 16, 40, 41, 2, 3, 3, PadH: 1, PadW: 1),
        ["no pictures"] = new(0, 2, 5, 5, 3, 3, 3),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ForwardAndGradientsMatchTheDefinition(string name)
    {
        Conv2dShape s = Shapes[name];
        float[] x = KernelAssert.Random(s.InputSize, 1), weight = KernelAssert.Random(s.WeightSize, 2);
        float[] bias = KernelAssert.Random(s.OutChannels, 3), dy = KernelAssert.Random(s.OutputSize, 4);
        var plain = new double[s.OutputSize];
        var dx = new double[s.InputSize];
        var dWeight = new double[s.WeightSize];
        var dBias = new double[s.OutChannels];
        foreach (var (xi, wi, yi) in Terms(s))
        {
            // y is linear in x and in the weight, so both gradients are the same sum with two roles exchanged.
            plain[yi] += (double)x[xi] * weight[wi];
            dx[xi] += (double)dy[yi] * weight[wi];
            dWeight[wi] += (double)dy[yi] * x[xi];
        }

        long plane = s.OutHeight * s.OutWidth;
        var biased = (double[])plain.Clone();
        for (int i = 0; i < dy.Length; i++)
        {
            int channel = (int)(i / plane % s.OutChannels);
            biased[i] += bias[channel];
            dBias[channel] += dy[i];
        }

        KernelAssert.Matches(
            () =>
            {
                using var input = new GuardedArray<float>(x);
                using var w = new GuardedArray<float>(weight);
                using var b = new GuardedArray<float>(bias);
                using var upstream = new GuardedArray<float>(dy);
                using var y = new GuardedArray<float>(s.OutputSize);
                using var yBiased = new GuardedArray<float>(s.OutputSize);
                using var gx = new GuardedArray<float>(s.InputSize);
                using var gw = new GuardedArray<float>(s.WeightSize);
                using var gb = new GuardedArray<float>(s.OutChannels);
                Conv2d.Forward(s, input.Pointer, w.Pointer, null, y.Pointer);
                Conv2d.Forward(s, input.Pointer, w.Pointer, b.Pointer, yBiased.Pointer);
                Conv2d.BackwardInput(s, upstream.Pointer, w.Pointer, gx.Pointer);
                Conv2d.BackwardWeight(s, input.Pointer, upstream.Pointer, gw.Pointer);
                Conv2d.BackwardBias(s, upstream.Pointer, gb.Pointer);
                return
                [
                    y.Values.ToArray(), yBiased.Values.ToArray(), gx.Values.ToArray(), gw.Values.ToArray(), gb.Values.ToArray(),
                ];
            },
            [plain, biased, dx, dWeight, dBias],
            relative: 1e-5,
            absolute: 2e-4);
    }

    [Fact]
    public void SizesThatDoNotFitAreExplained()
    {
        var groups = new Conv2dShape(1, 3, 4, 4, 4, 1, 1, Groups: 2);
        Assert.Contains("groups", Assert.Throws<ArgumentException>(() => Conv2d.Forward(groups, null, null, null, null)).Message);
        var kernel = new Conv2dShape(1, 3, 4, 4, 4, 5, 5);
        Assert.Contains("does not fit", Assert.Throws<ArgumentException>(() => Conv2d.Forward(kernel, null, null, null, null)).Message);
    }

    /// <summary>Every product in the sum that defines the convolution, as indices into x, weight and y.</summary>
    private static IEnumerable<(long X, long W, long Y)> Terms(Conv2dShape s)
    {
        long inGroup = s.InChannels / s.Groups;
        long outGroup = s.OutChannels / s.Groups;
        for (long y = 0; y < s.OutputSize; y++)
        {
            long ow = y % s.OutWidth, oh = y / s.OutWidth % s.OutHeight;
            long o = y / (s.OutWidth * s.OutHeight) % s.OutChannels, image = y / (s.OutWidth * s.OutHeight * s.OutChannels);
            for (long tap = 0; tap < inGroup * s.KernelHeight * s.KernelWidth; tap++)
            {
                long kw = tap % s.KernelWidth, kh = tap / s.KernelWidth % s.KernelHeight, c = tap / (s.KernelWidth * s.KernelHeight);
                long h = (oh * s.StrideH) - s.PadH + (kh * s.DilationH);
                long w = (ow * s.StrideW) - s.PadW + (kw * s.DilationW);
                if (h >= 0 && h < s.Height && w >= 0 && w < s.Width)
                {
                    long channel = (o / outGroup * inGroup) + c;
                    long x = (((((image * s.InChannels) + channel) * s.Height) + h) * s.Width) + w;
                    yield return (x, (o * inGroup * s.KernelHeight * s.KernelWidth) + tap, y);
                }
            }
        }
    }
}
