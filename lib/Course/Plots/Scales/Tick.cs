namespace Course.Plots.Scales;

/// <summary>A place on an axis and its label; an empty label makes it a minor tick.</summary>
internal readonly record struct Tick(double Value, string Label)
{
    public bool IsMinor => Label.Length == 0;
}
