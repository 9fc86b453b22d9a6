using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cli.Bench;

/// <summary>What the figures depend on.</summary>
internal sealed record MachineFacts(string Processor, int Cores, int VectorBits, string System, string Runtime)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    public static MachineFacts Read() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    public override string ToString() => $"{Processor}, {Cores} cores, {VectorBits}-bit vectors, {System}, {Runtime}";

    private static string ProcessorName()
    {
        var line = File.Exists(ProcessorFile)
            ? File.ReadLines(ProcessorFile).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.ProcessArchitecture}";
    }
}
