namespace ManagedTorch.Kernels;

/// <summary>A function of one number.</summary>
internal interface IUnaryOperator
{
    static abstract T Apply<T>(T x)
        where T : struct, ILanes<T>;

    static abstract double Apply(double x);
}
