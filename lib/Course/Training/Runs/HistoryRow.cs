namespace Course.Training.Runs;

/// <summary>A stretch of a run.</summary>
/// <param name="Step">The steps done at its end.</param>
/// <param name="Loss">The mean loss of its steps.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="Seconds">The time spent in steps since the run began, over all its sittings.</param>
public sealed record HistoryRow(long Step, double Loss, double LearningRate, double Seconds);
