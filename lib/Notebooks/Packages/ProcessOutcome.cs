namespace Notebooks.Packages;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Zero when it did its work.</param>
/// <param name="Output">Everything it wrote, output and errors.</param>
public sealed record ProcessOutcome(int ExitCode, string Output);
