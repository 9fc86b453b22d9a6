namespace Course.Plots.Svg;

/// <summary>The pixels left and right of the plot area.</summary>
internal readonly record struct Margins(double Left, double Right);
