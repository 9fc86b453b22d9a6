using System.Text.Json.Nodes;

namespace Course.Training.Runs;

/// <summary>Where a run is, besides weights, optimizer and random numbers.</summary>
internal sealed class RunState
{
    public required string Recipe { get; init; }

    public required JsonObject Settings { get; init; }

    /// <summary>The steps done.</summary>
    public long Step { get; set; }

    /// <summary>Time spent in steps.</summary>
    public double Seconds { get; set; }

    /// <summary>How often the run was begun or taken up again.</summary>
    public int Sittings { get; set; }

    /// <summary>The sum of the losses since the last row of the history.</summary>
    public double LossSum { get; set; }

    /// <summary>How many losses that sum has.</summary>
    public int LossCount { get; set; }

    public List<HistoryRow> History { get; init; } = [];
}
