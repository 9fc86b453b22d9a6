using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>What the styles with brackets share.</summary>
internal static class NestedText
{
    /// <summary>The elements of a row: "1, 2, 3", or "1, 2, 3, ... 7, 8, 9" when there are many. No comma follows the ellipsis.</summary>
    public static string Row(Tensor row, Func<long, string> element) =>
        string.Concat(TextFormat.Shown(row.Sizes[0], PrintOptions.MaxColumns)
            .Select(i => i < 0 ? TextFormat.Ellipsis + " " : i < row.Sizes[0] - 1 ? element(i) + ", " : element(i)));
}
