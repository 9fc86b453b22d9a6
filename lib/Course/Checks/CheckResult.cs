namespace Course.Checks;

/// <summary>What came of one claim.</summary>
/// <param name="Claim">The claim, a sentence.</param>
/// <param name="Passed">True if it held.</param>
/// <param name="Detail">The measured numbers, for example "max difference 2.4e-7 &lt; 1e-5"; null if there are none.</param>
/// <param name="Exercise">The exercise the claim belongs to; null outside one.</param>
public sealed record CheckResult(string Claim, bool Passed, string? Detail = null, string? Exercise = null);
