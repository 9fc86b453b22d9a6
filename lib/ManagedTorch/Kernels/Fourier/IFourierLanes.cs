namespace ManagedTorch.Kernels;

/// <summary>
/// One or several numbers that the butterflies treat alike. Both forms do the same roundings, so a result does not depend on which of
/// them computed it.
/// </summary>
internal unsafe interface IFourierLanes<TSelf, T>
    where TSelf : unmanaged, IFourierLanes<TSelf, T>
    where T : unmanaged
{
    static abstract int Width { get; }

    static abstract TSelf Load(T* from);

    static abstract TSelf All(T value);

    void Store(T* to);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);
}
