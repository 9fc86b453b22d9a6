using System.Runtime.CompilerServices;
using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Plots;

// An array converts to a tensor as well as to a sequence: the overloads for tensors stand back, so that a call with an array is not
// ambiguous.
public static partial class Plot
{
    /// <summary>A line through the elements of a tensor (N), numbered from 0.</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Line(Tensor ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid,
        bool markers = false) =>
        Line(ys.ToDoubles(), name, color, style, markers);

    /// <summary>A line through the points of two tensors (N).</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Line(
        Tensor xs, Tensor ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid, bool markers = false,
        Tensor? errors = null) =>
        Line(xs.ToDoubles(), ys.ToDoubles(), name, color, style, markers, errors?.ToDoubles());

    /// <summary>Points of two tensors (N); see the other overload.</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Scatter(
        Tensor xs, Tensor ys, string? name = null, IEnumerable<string>? groups = null, IEnumerable<string>? labels = null,
        string? color = null,
        double size = 6) =>
        Scatter(xs.ToDoubles(), ys.ToDoubles(), name, groups, labels, color, size);

    /// <summary>Points of a tensor (N, 2).</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Scatter(
        Tensor points, string? name = null, IEnumerable<string>? groups = null, IEnumerable<string>? labels = null, string? color = null,
        double size = 6)
    {
        if (points.dim() != 2 || points.shape[1] != 2)
            throw new ArgumentException($"points must have shape (N, 2), not {points.ShapeText()}", nameof(points));
        double[] values = points.ToDoubles();
        return Scatter(values.Where((_, i) => i % 2 == 0), values.Where((_, i) => i % 2 == 1), name, groups, labels, color, size);
    }

    /// <summary>One bar for each category, its length from a tensor (N); see the other overload.</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Bar<TCategory>(
        IEnumerable<TCategory> categories, Tensor values, string? name = null, string? color = null, Tensor? errors = null,
        string? valueFormat = null,
        bool horizontal = false) =>
        Bar(categories, values.ToDoubles(), name, color, errors?.ToDoubles(), valueFormat, horizontal);

    /// <summary>How many elements of a tensor fall into each bin; see the other overload.</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Histogram(Tensor values, int bins = 30, string? name = null, string? color = null, bool density = false) =>
        Histogram(values.ToDoubles(), bins, name, color, density);

    /// <summary>A tensor (rows, columns) as coloured cells; see the other overload.</summary>
    [OverloadResolutionPriority(-1)]
    public static Chart Heatmap(
        Tensor values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, ColorMap? map = null, double? min = null,
        double? max = null, string? cellFormat = null, string? colorLabel = null, bool colorBar = true)
    {
        bool isMask = values.dtype == ScalarType.Bool;
        return Heatmap(values.ToMatrix(), rows, columns, map ?? (isMask ? ColorMap.Blues : null), min ?? (isMask ? 0 : null),
            max ?? (isMask ? 1 : null),
            cellFormat, colorLabel, colorBar && !isMask);
    }

    /// <summary>Pictures of a tensor (N, C, H, W) with values from 0 to 1 in a grid; see the other overload.</summary>
    [OverloadResolutionPriority(-1)]
    public static FigureGrid Images(Tensor images, IEnumerable<string>? captions = null, int columns = 8,
        IEnumerable<string?>? frames = null) =>
        Images(Picture.ManyFromTensor(images), captions, columns, frames);
}
