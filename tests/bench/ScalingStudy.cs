using System.Diagnostics;
using Bench.Workloads;
using Course.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bench;

/// <summary>How the time of a training step of two transformer blocks grows with batch, tokens and width.</summary>
internal static class ScalingStudy
{
    private const int Depth = 2;
    private const int HeadWidth = 32;
    private const int Steps = 9;

    // Beside each tile-friendly size its neighbours: a cliff would show as operations that suddenly take longer.
    private static readonly int[] OddProducts = [255, 256, 257, 383, 384, 385, 511, 512, 513, 767, 768, 769];

    public static object Run() => new
    {
        Sweeps = new[]
        {
            Sweep("batch", [4, 8, 16, 32, 64], size => (size, 64, 128)),
            Sweep("tokens", [16, 32, 64, 128, 256, 512], size => (16, size, 128)),
            Sweep("width", [64, 96, 128, 192, 256, 384], size => (16, 64, size)),
        },
        Products = OddProducts.Select(size => new { Size = size, Gflops = Gflops(new MatrixProducts(size, size, size)) }).ToArray(),
    };

    private static object Sweep(string over, int[] sizes, Func<int, (int Batch, int Tokens, int Width)> shape)
    {
        var times = new double[sizes.Length];
        var flops = new double[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            var (batch, tokens, width) = shape(sizes[i]);
            var step = Blocks(batch, tokens, width);
            times[i] = Median(step);
            flops[i] = step.FlopsPerStep;
        }

        return new { Over = over, Sizes = sizes, TimesMs = times, Exponent = Slope(sizes, times), FlopsExponent = Slope(sizes, flops) };
    }

    private static TrainingStep Blocks(int batch, int tokens, int width)
    {
        var blocks = new ModuleList<TransformerBlock>(
            Enumerable.Range(0, Depth).Select(_ => new TransformerBlock(width, width / HeadWidth)).ToArray());
        var x = randn(batch, tokens, width);
        return new TrainingStep(Cost.Blocks(batch, tokens, width, Depth), blocks.parameters(), () =>
        {
            var y = x;
            foreach (var block in blocks)
                y = block.call(y);
            return y.sum();
        });
    }

    private static double Gflops(IWorkload workload) => workload.FlopsPerStep / Median(workload) / 1e6;

    private static double Median(IWorkload workload)
    {
        workload.Step();
        workload.Step();
        var times = new double[Steps];
        for (var i = 0; i < Steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            workload.Step();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Steps / 2];
    }

    // The exponent p of time = c size^p, by least squares on the logarithms.
    private static double Slope(int[] sizes, double[] values)
    {
        var (x, y) = (sizes.Select(s => Math.Log(s)).ToArray(), values.Select(v => Math.Log(v)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
