namespace Course.Checks;

/// <summary>A claim did not hold. The message says the claim, what was expected, what came, and what may be wrong.</summary>
public sealed class CheckFailedException : Exception
{
    internal CheckFailedException(string claim, string? expected, string? got, string? hint)
        : base($"does not hold: {Describe(claim, expected, got, hint)}") =>
        (Claim, Expected, Got, Hint) = (claim, expected, got, hint);

    /// <summary>The claim that did not hold.</summary>
    public string Claim { get; }

    /// <summary>What would have made it true.</summary>
    public string? Expected { get; }

    /// <summary>What was there instead.</summary>
    public string? Got { get; }

    /// <summary>The likely mistake.</summary>
    public string? Hint { get; }

    /// <summary>All of it, a line each.</summary>
    internal string Description => Describe(Claim, Expected, Got, Hint);

    private static string Describe(string claim, string? expected, string? got, string? hint)
    {
        string text = claim;
        if (expected is not null) text += $"\n  expected  {expected}";
        if (got is not null) text += $"\n  got       {got}";
        if (hint is not null) text += $"\n  hint      {hint}";
        return text;
    }
}
