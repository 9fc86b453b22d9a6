namespace ManagedTorch.Tests.Surface;

/// <summary>A type with one of everything that a surface line has to spell; read by reflection alone.</summary>
public abstract class SurfaceSample<TKey, TValue> : IDisposable
    where TKey : IDisposable, new()
    where TValue : struct
{
    public const double Small = 1e-8;

    protected readonly long? _count;

    public SurfaceSample(int size = 3) => _count = size;

    public TKey Key { get; protected set; } = new();

    public (int a, long b) this[int index] => (index, 0);

    public static SurfaceSample<TKey, TValue> operator +(SurfaceSample<TKey, TValue> left, in int right) => left;

    public static DayOfWeek Day(DayOfWeek day = DayOfWeek.Friday, float p = 0.5f, string? s = null, TValue v = default) => day;

    public abstract void Dispose();

    protected internal virtual TValue[] Values((int? start, int? end) range, params string[] names) => [];
}
