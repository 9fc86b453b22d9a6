namespace Course.Training.Runs;

/// <summary>When a sitting ends and how often it saves. None of it changes the weights that the run ends with.</summary>
public sealed record RunLimits
{
    /// <summary>The sitting ends after this time, with a checkpoint to go on from; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The time between two checkpoints.</summary>
    public TimeSpan BetweenCheckpoints { get; init; } = TimeSpan.FromSeconds(30);
}
