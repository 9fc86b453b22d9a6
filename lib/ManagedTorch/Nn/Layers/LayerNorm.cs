using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Normalises the last dimensions of each sample to mean 0 and variance 1, then scales and shifts them (Ba, Kiros and Hinton 2016).
/// </summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    [Utils.ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [Utils.ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (elementwise_affine)
        {
            weight = new Parameter(empty(normalized_shape, dtype, device));
            this.bias = bias ? new Parameter(empty(normalized_shape, dtype, device)) : null;
        }
        reset_parameters();
    }

    /// <summary>The lengths of the dimensions that are normalised together.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a weight.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>The scale, of the normalised shape, or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The shift, of the normalised shape, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>Scale one, shift zero.</summary>
    public void reset_parameters()
    {
        if (_weight is not null)
        {
            nn.init.ones_(_weight);
        }
        if (_bias is not null)
        {
            nn.init.zeros_(_bias);
        }
    }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
}
