namespace Cli.Bench;

/// <summary>How the time of a training step of two transformer blocks grows, and matrix products at sizes beside the tiles.</summary>
internal sealed record ScalingResult(IReadOnlyList<ScalingResult.Sweep> Sweeps, IReadOnlyList<ScalingResult.Product> Products)
{
    /// <summary>One size grows, the others stay. Time is fitted as c size^exponent; operations counted on paper likewise.</summary>
    internal sealed record Sweep(
        string Over, IReadOnlyList<int> Sizes, IReadOnlyList<double> TimesMs, double Exponent, double FlopsExponent);

    /// <summary>A product of two square matrices.</summary>
    internal sealed record Product(int Size, double Gflops);
}
