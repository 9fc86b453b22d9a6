using System.Numerics;

namespace ManagedTorch.Kernels;

/// <summary>One number.</summary>
internal readonly unsafe struct ScalarLanes<T>(T value) : IFourierLanes<ScalarLanes<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly T value = value;

    public static int Width => 1;

    public static ScalarLanes<T> Load(T* from) => new(*from);

    public static ScalarLanes<T> All(T value) => new(value);

    public void Store(T* to) => *to = value;

    public static ScalarLanes<T> operator +(ScalarLanes<T> a, ScalarLanes<T> b) => new(a.value + b.value);

    public static ScalarLanes<T> operator -(ScalarLanes<T> a, ScalarLanes<T> b) => new(a.value - b.value);

    public static ScalarLanes<T> operator *(ScalarLanes<T> a, ScalarLanes<T> b) => new(a.value * b.value);
}
