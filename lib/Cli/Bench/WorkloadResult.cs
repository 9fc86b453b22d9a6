using System.Text.Json.Serialization;

namespace Cli.Bench;

/// <summary>What was found for one workload.</summary>
internal sealed record WorkloadResult
{
    public required string Workload { get; init; }

    public required Measurement Engine { get; init; }

    [JsonPropertyName("pytorch")]
    public Measurement? PyTorch { get; init; }

    /// <summary>Operations of the matrix products by the median time.</summary>
    public required double Gflops { get; init; }

    /// <summary>The most multiply-adds that the same process got from the processor.</summary>
    public required double PeakGflops { get; init; }

    /// <summary>From the start of the process to the result of its first operation on a tensor.</summary>
    public required double FirstOperationMs { get; init; }

    /// <summary>The first step, which compiles what it uses.</summary>
    public required double FirstStepMs { get; init; }

    /// <summary>What the just-in-time compiler took up to the end of the first step.</summary>
    public required double CompilationMs { get; init; }

    public double PeakShare => Gflops / PeakGflops;

    /// <summary>The engine's time by PyTorch's: the median of the rounds' ratios.</summary>
    public double? TimeRatio => PyTorch is null
        ? null
        : Measurement.Quantile([.. Engine.RoundMediansMs.Zip(PyTorch.RoundMediansMs, (ours, theirs) => ours / theirs)], 0.5);

    public double? MemoryRatio => PyTorch is null ? null : Engine.PeakRssMb / PyTorch.PeakRssMb;
}
