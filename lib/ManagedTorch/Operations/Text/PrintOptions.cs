using TorchSharp;

namespace ManagedTorch.Operations;

/// <summary>What <see cref="torch.set_printoptions(int, int?, string?, bool, int?, int?)"/> sets.</summary>
internal static class PrintOptions
{
    public static TensorStringStyle Style { get; set; } = TensorStringStyle.Julia;

    /// <summary>A .NET format for floating-point numbers.</summary>
    public static string FloatFormat { get; set; } = "g5";

    /// <summary>The characters of a line in Julia's style.</summary>
    public static int LineWidth { get; set; } = 100;

    public static string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Of longer dimensions, but for the last one, only the first and last few positions are shown.</summary>
    public static int MaxRows { get; set; } = 6;

    /// <summary>The same for the last dimension.</summary>
    public static int MaxColumns { get; set; } = 6;
}
