namespace Notebooks.Running.Exercises;

/// <summary>What a run in the mode <see cref="ExerciseMode.Prove"/> found out about an exercise.</summary>
/// <param name="Name">The exercise's name.</param>
/// <param name="StubMessage">What the check says to a reader who has changed nothing.</param>
/// <param name="Problem">Why the exercise is not proven; null when it is.</param>
public sealed record ExerciseProof(string Name, string? StubMessage, string? Problem)
{
    /// <summary>True when the check fails on the stub and passes on the solution.</summary>
    public bool Proven => Problem is null;
}
