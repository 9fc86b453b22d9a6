using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of the plain recurrent network, h = f(W_ih x + b_ih + W_hh h + b_hh).</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly RecurrentStep _step;
    [Utils.ComponentName(Name = nameof(weight_ih))]
    private Parameter _weight_ih = null!;

    [Utils.ComponentName(Name = nameof(weight_hh))]
    private Parameter _weight_hh = null!;

    [Utils.ComponentName(Name = nameof(bias_ih))]
    private Parameter? _bias_ih;

    [Utils.ComponentName(Name = nameof(bias_hh))]
    private Parameter? _bias_hh;

    internal RNNCell(long inputs, long hidden, bool bias, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype)
        : base(nameof(RNNCell))
    {
        _step = nonLinearity == nn.NonLinearities.Tanh ? RecurrentCells.Tanh : RecurrentCells.Relu;
        double bound = 1 / Math.Sqrt(hidden);
        weight_ih = Drawn(1 * hidden, inputs);
        weight_hh = Drawn(1 * hidden, hidden);
        bias_ih = bias ? Drawn(1 * hidden) : null;
        bias_hh = bias ? Drawn(1 * hidden) : null;

        Parameter Drawn(params long[] lengths)
        {
            Parameter parameter = new(empty(lengths, dtype, device));
            nn.init.uniform_(parameter, -bound, bound);
            return parameter;
        }
    }

    /// <summary>Of the input, shape (gates H, I).</summary>
    public Parameter weight_ih
    {
        get => _weight_ih;
        set => ConditionallyRegisterParameter(nameof(weight_ih), _weight_ih = value);
    }

    /// <summary>Of the state, shape (gates H, H).</summary>
    public Parameter weight_hh
    {
        get => _weight_hh;
        set => ConditionallyRegisterParameter(nameof(weight_hh), _weight_hh = value);
    }

    /// <summary>Of the input, shape (gates H), or null.</summary>
    public Parameter? bias_ih
    {
        get => _bias_ih;
        set => ConditionallyRegisterParameter(nameof(bias_ih), _bias_ih = value);
    }

    /// <summary>Of the state, shape (gates H), or null.</summary>
    public Parameter? bias_hh
    {
        get => _bias_hh;
        set => ConditionallyRegisterParameter(nameof(bias_hh), _bias_hh = value);
    }

    /// <summary>Inputs (N, I) and states (N, H), zero when left out, to the next states (N, H).</summary>
    public override Tensor forward(Tensor input, Tensor? h0 = null) =>
        _step(nn.functional.linear(input, _weight_ih, _bias_ih), [h0 ?? Zeros(input)], _weight_hh, _bias_hh)[0];

    private Tensor Zeros(Tensor input) => zeros([.. input.shape[..^1], _weight_hh.shape[1]], input.dtype);
}
