using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The masks of MultiheadAttention, in which true means "is left out", as numbers that are added to the scores.</summary>
internal static class AttentionMasks
{
    /// <summary>Both masks as one that broadcasts to (N, heads, L, S), or null when there is none.</summary>
    internal static Tensor? Join(
        Tensor? pairs, Tensor? keys, long batch, long heads, long length, long keyCount, ScalarType type)
    {
        Tensor? ofPairs = null;
        if (pairs is not null)
        {
            long[] expected = pairs.ndim == 2 ? [length, keyCount] : [batch * heads, length, keyCount];
            CheckShape("attn_mask", pairs, expected);
            ofPairs = Added(pairs, type).reshape(pairs.ndim == 2 ? [1, 1, length, keyCount] : [batch, heads, length, keyCount]);
        }
        if (keys is null)
        {
            return ofPairs;
        }
        CheckShape("key_padding_mask", keys, [batch, keyCount]);
        Tensor ofKeys = Added(keys, type).reshape(batch, 1, 1, keyCount);
        return ofPairs is null ? ofKeys : ofPairs + ofKeys;
    }

    /// <summary>The mask for one key more, which every query may see.</summary>
    internal static Tensor? WithOneMoreKey(Tensor? mask) =>
        mask is null ? null : cat([mask, mask.new_zeros([.. mask.shape[..^1], 1])], -1);

    private static Tensor Added(Tensor mask, ScalarType type) => mask.is_floating_point()
        ? mask.to_type(type)
        : zeros(mask.shape, type).masked_fill(mask.to_type(ScalarType.Bool), double.NegativeInfinity);

    private static void CheckShape(string what, Tensor mask, long[] expected)
    {
        if (!mask.shape.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException($"MultiheadAttention: {what} needs shape [{string.Join(", ", expected)}], " +
                                        $"got [{string.Join(", ", mask.shape)}]");
        }
    }
}
