using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// x above zero, else x times a learned slope: one for all, or one for each channel (dimension 1) (He et al. 2015, equation 1).
/// </summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    [Utils.ComponentName(Name = nameof(weight))]
    private Parameter _weight = null!;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        weight = new Parameter(full([num_parameters], init, dtype, device));
    }

    /// <summary>The slopes, shape (num_parameters).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>1, or the number of channels.</summary>
    public long num_parameters { get; }

    /// <summary>The first value of the slopes.</summary>
    public double init { get; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight);
}
