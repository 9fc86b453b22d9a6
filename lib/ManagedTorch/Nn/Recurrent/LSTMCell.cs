using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of long short-term memory; see <see cref="RecurrentCells.Lstm"/> for the formula.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    [Utils.ComponentName(Name = nameof(weight_ih))]
    private Parameter _weight_ih = null!;

    [Utils.ComponentName(Name = nameof(weight_hh))]
    private Parameter _weight_hh = null!;

    [Utils.ComponentName(Name = nameof(bias_ih))]
    private Parameter? _bias_ih;

    [Utils.ComponentName(Name = nameof(bias_hh))]
    private Parameter? _bias_hh;

    internal LSTMCell(long inputs, long hidden, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
    {
        double bound = 1 / Math.Sqrt(hidden);
        weight_ih = Drawn(4 * hidden, inputs);
        weight_hh = Drawn(4 * hidden, hidden);
        bias_ih = bias ? Drawn(4 * hidden) : null;
        bias_hh = bias ? Drawn(4 * hidden) : null;

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

    /// <summary>See <see cref="forward"/>.</summary>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Inputs (N, I) and the state h and c, each (N, H) or zero when left out, to the next state.</summary>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        (Tensor h, Tensor c) = h0_c0 ?? (Zeros(input), Zeros(input));
        Tensor[] next = RecurrentCells.Lstm(nn.functional.linear(input, _weight_ih, _bias_ih), [h, c], _weight_hh, _bias_hh);
        return (next[0], next[1]);
    }

    private Tensor Zeros(Tensor input) => zeros([.. input.shape[..^1], _weight_hh.shape[1]], input.dtype);
}
