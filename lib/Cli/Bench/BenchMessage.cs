namespace Cli.Bench;

/// <summary>
/// A line of a measured process. First the facts of the engine, then for each round its times, last the peak memory; what a line does not
/// carry is null.
/// </summary>
internal sealed record BenchMessage
{
    public string? Engine { get; init; }

    public double? FlopsPerStep { get; init; }

    public double? PeakGflops { get; init; }

    public double? FirstOperationMs { get; init; }

    public double? FirstStepMs { get; init; }

    public double? CompilationMs { get; init; }

    public IReadOnlyList<double>? TimesMs { get; init; }

    public double? CpuMs { get; init; }

    public double? PeakRssMb { get; init; }
}
