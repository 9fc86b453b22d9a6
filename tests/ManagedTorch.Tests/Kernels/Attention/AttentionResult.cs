namespace ManagedTorch.Tests.Kernels.Attention;

/// <summary>All that the kernels wrote for one case.</summary>
internal sealed class AttentionResult
{
    internal required float[] Output { get; init; }

    internal required float[] LogSumExp { get; init; }

    internal float[]? Probabilities { get; set; }

    internal float[]? DQuery { get; init; }

    internal float[]? DKey { get; init; }

    internal float[]? DValue { get; init; }

    /// <summary>The bits of every array, for exact comparison.</summary>
    internal int[] Bits() =>
    [
        .. new[] { Output, LogSumExp, Probabilities, DQuery, DKey, DValue }
            .SelectMany(values => values ?? []).Select(BitConverter.SingleToInt32Bits),
    ];
}
