using System.Numerics;

namespace ManagedTorch.Kernels;

/// <summary>As many numbers as a vector register holds.</summary>
internal readonly unsafe struct VectorLanes<T>(Vector<T> value) : IFourierLanes<VectorLanes<T>, T>
    where T : unmanaged
{
    private readonly Vector<T> value = value;

    public static int Width => Vector<T>.Count;

    public static VectorLanes<T> Load(T* from) => new(Vector.Load(from));

    public static VectorLanes<T> All(T value) => new(new Vector<T>(value));

    public void Store(T* to) => Vector.Store(value, to);

    public static VectorLanes<T> operator +(VectorLanes<T> a, VectorLanes<T> b) => new(a.value + b.value);

    public static VectorLanes<T> operator -(VectorLanes<T> a, VectorLanes<T> b) => new(a.value - b.value);

    public static VectorLanes<T> operator *(VectorLanes<T> a, VectorLanes<T> b) => new(a.value * b.value);
}
