using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>What the operating system says about this process.</summary>
internal static class ProcessFacts
{
    /// <summary>The largest resident set so far.</summary>
    public static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    /// <summary>Time since the process was created, in steps of the system's clock tick (10 ms on Linux).</summary>
    public static double MillisecondsSinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return (DateTime.Now - process.StartTime).TotalMilliseconds;
    }
}
