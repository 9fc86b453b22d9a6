namespace Course.Training.Runs;

/// <summary>How a sitting of a run ended.</summary>
/// <param name="IsFinished">True when all steps are done and the model is written; false when a checkpoint waits to go on from.</param>
/// <param name="Step">The steps done.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Seconds">Time spent in steps, over all sittings.</param>
/// <param name="Measurements">Figures of the trained model; none unless finished.</param>
public sealed record RunResult(bool IsFinished, long Step, long Steps, double Seconds, IReadOnlyList<Measurement> Measurements);
