namespace Course.Training.Runs;

/// <summary>One figure of a trained model.</summary>
/// <param name="Name">What was measured, on what.</param>
/// <param name="Value">The figure.</param>
/// <param name="Chance">What guessing gives; null where that makes no sense.</param>
public sealed record Measurement(string Name, double Value, double? Chance = null)
{
    /// <summary>"R@1 picture to text: 0.402 (chance 0.0015)".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Value:0.####}") +
        (Chance is { } chance ? FormattableString.Invariant($" (chance {chance:0.####})") : "");
}
