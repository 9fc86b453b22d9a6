using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>y[k] = x1 W[k] x2 + b[k]: (..., in1) and (..., in2) to (..., out).</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    [Utils.ComponentName(Name = nameof(weight))]
    private Parameter _weight = null!;

    [Utils.ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        this.in1_features = in1_features;
        this.in2_features = in2_features;
        this.out_features = out_features;
        weight = new Parameter(empty([out_features, in1_features, in2_features], dtype, device));
        bias = hasBias ? new Parameter(empty([out_features], dtype, device)) : null;
        double bound = 1 / Math.Sqrt(in1_features);
        nn.init.uniform_(weight, -bound, bound);
        if (bias is not null)
        {
            nn.init.uniform_(bias, -bound, bound);
        }
    }

    /// <summary>The length of a first input vector.</summary>
    public long in1_features { get; set; }

    /// <summary>The length of a second input vector.</summary>
    public long in2_features { get; set; }

    /// <summary>The length of an output vector.</summary>
    public long out_features { get; set; }

    /// <summary>Shape (out, in1, in2).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>Shape (out), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>(..., in1) and (..., in2) to (..., out).</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, _weight, _bias);
}
