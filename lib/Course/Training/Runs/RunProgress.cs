namespace Course.Training.Runs;

/// <summary>Where a run is.</summary>
/// <param name="Step">The steps done.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Loss">The mean loss since the last row of the history.</param>
/// <param name="Remaining">The time still needed at the pace of this sitting; null before it is known.</param>
public sealed record RunProgress(long Step, long Steps, double Loss, TimeSpan? Remaining);
