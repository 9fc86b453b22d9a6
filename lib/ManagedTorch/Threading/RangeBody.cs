namespace ManagedTorch.Threading;

/// <summary>Work on the half-open range [start, end) of a longer loop.</summary>
internal delegate void RangeBody(long start, long end);
