using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers of the plain recurrent network h = f(W_ih x + b_ih + W_hh h + b_hh), f being tanh or relu (Elman 1990).</summary>
public sealed class RNN : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;

    internal RNN(RecurrentShape shape, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype) : base(nameof(RNN)) =>
        _stack = new RecurrentStack(
            this, nonLinearity == nn.NonLinearities.Tanh ? RecurrentCells.Tanh : RecurrentCells.Relu, 1, shape, device, dtype);

    /// <summary>See <see cref="forward"/>; the first state may be left out, and is zero then.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    /// <summary>
    /// Packed sequences of different lengths and first states to packed results and the state after each sequence's last element.
    /// </summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        (nn.utils.rnn.PackedSequence output, Tensor[] last) = _stack.Run(input, [h0]);
        return (output, last[0]);
    }

    /// <summary>Sequences (T, N, I) and first states (layers directions, N, H) to results (T, N, directions H) and last states.</summary>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        (Tensor output, Tensor[] last) = _stack.Run(input, [h0]);
        return (output, last[0]);
    }

    /// <summary>The weight of the inputs of a layer; with two directions each layer counts twice.</summary>
    public Parameter get_weight_ih(long idx) => Find("weight_ih", idx);

    /// <summary>The weight of the state of a layer.</summary>
    public Parameter get_weight_hh(long idx) => Find("weight_hh", idx);

    /// <summary>The bias of the inputs of a layer.</summary>
    public Parameter get_bias_ih(long idx) => Find("bias_ih", idx);

    /// <summary>The bias of the state of a layer.</summary>
    public Parameter get_bias_hh(long idx) => Find("bias_hh", idx);

    /// <summary>Does nothing: the embedded engine keeps parameters where they are.</summary>
    public void flatten_parameters()
    {
    }

    private Parameter Find(string prefix, long index) =>
        named_parameters(recurse: false).Where(p => p.name.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p.parameter)
            .ElementAtOrDefault((int)index) ?? throw new ArgumentOutOfRangeException(nameof(index), $"RNN: there is no {prefix} {index}");
}
