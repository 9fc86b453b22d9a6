using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Pictures in another size: (N, C, places) to (N, C, other places); see functional.interpolate.</summary>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    private readonly long[]? _size;
    private readonly double[]? _scale_factor;

    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample))
    {
        _size = size;
        _scale_factor = scale_factor;
        this.mode = mode;
        this.align_corners = align_corners;
        this.recompute_scale_factor = recompute_scale_factor;
    }

    /// <summary>The new lengths; empty when factors were given.</summary>
    public ReadOnlySpan<long> size => _size;

    /// <summary>Factors of the lengths; empty when lengths were given.</summary>
    public ReadOnlySpan<double> scale_factor => _scale_factor;

    /// <summary>How the picture is computed.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corner places keep their values.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the quotient of the lengths replaces the given factors.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <summary>(N, C, places) to (N, C, other places).</summary>
    public override Tensor forward(Tensor input) => nn.functional.interpolate(
        input, _size, _scale_factor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
