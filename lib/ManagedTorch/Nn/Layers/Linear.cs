using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>y = x W^T + b over the last dimension: (..., in) to (..., out).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    [Utils.ComponentName(Name = nameof(weight))]
    private Parameter _weight = null!;

    [Utils.ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        weight = new Parameter(empty([outputSize, inputSize], dtype, device));
        bias = hasBias ? new Parameter(empty([outputSize], dtype, device)) : null;
        LayerInitialization.Uniform(weight, bias);
    }

    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        this.weight = weight;
        this.bias = bias;
    }

    /// <summary>The length of an input vector.</summary>
    public long in_features { get; set; }

    /// <summary>The length of an output vector.</summary>
    public long out_features { get; set; }

    /// <summary>Shape (out, in).</summary>
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

    /// <summary>(..., in) to (..., out).</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
}
