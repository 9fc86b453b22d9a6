namespace ManagedTorch.Kernels;

/// <summary>A function of one number with its derivative; parameters are fields. Forward y = Value(x), backward dx = dy Slope(x).</summary>
internal interface IActivation
{
    T Value<T>(T x)
        where T : struct, ILanes<T>;

    T Slope<T>(T x)
        where T : struct, ILanes<T>;

    double Value(double x);

    double Slope(double x);
}
