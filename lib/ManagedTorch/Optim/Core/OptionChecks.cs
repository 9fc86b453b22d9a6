namespace TorchSharp;

/// <summary>Refuses options that no optimizer can work with.</summary>
internal static class OptionChecks
{
    internal static void NotNegative(string optimizer, string option, double value)
    {
        if (!(value >= 0))
        {
            throw new ArgumentException($"{optimizer}: expects {option} >= 0, got {value}");
        }
    }

    internal static void Rate(string optimizer, string option, double value)
    {
        if (!(value >= 0 && value < 1))
        {
            throw new ArgumentException($"{optimizer}: expects 0 <= {option} < 1, got {value}");
        }
    }
}
