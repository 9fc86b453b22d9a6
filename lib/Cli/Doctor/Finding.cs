namespace Cli.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What it is, in a word or two.</param>
/// <param name="State">What was found.</param>
/// <param name="Health">How it is.</param>
/// <param name="Advice">What to do, when something is off.</param>
internal sealed record Finding(string Subject, string State, Health Health = Health.Good, string? Advice = null);
