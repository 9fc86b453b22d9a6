namespace ManagedTorch.Kernels;

/// <summary>
/// One place of a sliding window along one axis. Outputs [Start, End) see inputs First, First + stride, ...; for the other
/// outputs this place of the window lies in the padding.
/// </summary>
internal readonly record struct WindowTap(long Start, long End, long First)
{
    internal long Count => End - Start;

    /// <param name="place">Place within the window, from 0.</param>
    /// <param name="stride">Step between windows.</param>
    /// <param name="pad">Padding before the first input.</param>
    /// <param name="dilation">Step between places.</param>
    /// <param name="length">Number of inputs.</param>
    /// <param name="outputs">Number of windows.</param>
    internal static WindowTap Create(long place, long stride, long pad, long dilation, long length, long outputs)
    {
        // Input = output * stride + shift, which must lie in [0, length).
        long shift = (place * dilation) - pad;
        long start = Math.Min(outputs, shift >= 0 ? 0 : (-shift + stride - 1) / stride);
        long end = shift >= length ? start : Math.Clamp((length - shift + stride - 1) / stride, start, outputs);
        return new WindowTap(start, end, (start * stride) + shift);
    }
}
