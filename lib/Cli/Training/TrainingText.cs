using System.Globalization;
using Course.Training.Runs;

namespace Cli.Training;

/// <summary>What a run's progress looks like in words.</summary>
internal static class TrainingText
{
    /// <summary>"step 120 of 600, loss 2.314, about 4 min left".</summary>
    public static string Of(RunProgress progress)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"step {progress.Step} of {progress.Steps}, loss {progress.Loss:0.000}");
        return progress.Step < progress.Steps && progress.Remaining is { } left ? $"{text}, about {Duration(left)} left" : text;
    }

    private static string Duration(TimeSpan time) => time < TimeSpan.FromMinutes(1.5)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");
}
