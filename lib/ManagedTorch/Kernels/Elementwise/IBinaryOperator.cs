namespace ManagedTorch.Kernels;

/// <summary>A function of two numbers.</summary>
internal interface IBinaryOperator
{
    static abstract T Apply<T>(T a, T b)
        where T : struct, ILanes<T>;

    static abstract double Apply(double a, double b);
}
