using System.Runtime.CompilerServices;
using Course.Data;
using static TorchSharp.torch;

namespace Course.Plots;

// The overloads for tensors stand back behind those for sequences: see Plot.
public sealed partial record Chart
{
    /// <summary>Adds a line through the elements of a tensor (N), numbered from 0.</summary>
    [OverloadResolutionPriority(-1)]
    public Chart AddLine(Tensor ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid, bool markers = false) =>
        AddLine(ys.ToDoubles(), name, color, style, markers);

    /// <summary>Adds a line through the points of two tensors (N).</summary>
    [OverloadResolutionPriority(-1)]
    public Chart AddLine(
        Tensor xs, Tensor ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid, bool markers = false,
        Tensor? errors = null) =>
        AddLine(xs.ToDoubles(), ys.ToDoubles(), name, color, style, markers, errors?.ToDoubles());

    /// <summary>Adds points of two tensors (N).</summary>
    [OverloadResolutionPriority(-1)]
    public Chart AddScatter(
        Tensor xs, Tensor ys, string? name = null, IEnumerable<string>? groups = null, IEnumerable<string>? labels = null,
        string? color = null,
        double size = 6) =>
        AddScatter(xs.ToDoubles(), ys.ToDoubles(), name, groups, labels, color, size);

    /// <summary>Adds bars whose lengths come from a tensor (N).</summary>
    [OverloadResolutionPriority(-1)]
    public Chart AddBar(Tensor values, string? name = null, string? color = null, Tensor? errors = null, string? valueFormat = null) =>
        AddBar(values.ToDoubles(), name, color, errors?.ToDoubles(), valueFormat);

    /// <summary>Adds a histogram of a tensor's elements on the bins shared by all histograms of the chart.</summary>
    [OverloadResolutionPriority(-1)]
    public Chart AddHistogram(Tensor values, string? name = null, string? color = null) => AddHistogram(values.ToDoubles(), name, color);
}
