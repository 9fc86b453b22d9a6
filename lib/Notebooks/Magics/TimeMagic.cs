using System.Diagnostics;
using System.Globalization;

namespace Notebooks.Magics;

/// <summary>Measures the rest of the cell.</summary>
internal sealed class TimeMagic : IMagic
{
    public string Name => "#!time";

    public string Summary => "Shows how long the rest of the cell takes.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        long start = Stopwatch.GetTimestamp();
        call.Host.AfterCell(() =>
        {
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            call.Host.Output.Stream("stdout", string.Create(CultureInfo.InvariantCulture, $"Wall time: {milliseconds:0.0} ms\n"));
        });
    }
}
