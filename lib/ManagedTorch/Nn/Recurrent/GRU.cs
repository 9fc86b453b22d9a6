using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers of gated recurrent units (Cho et al. 2014); see <see cref="RecurrentCells.Gru"/> for the formula.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;

    internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(GRU)) =>
        _stack = new RecurrentStack(this, RecurrentCells.Gru, 3, shape, device, dtype);

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
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        (Tensor output, Tensor[] last) = _stack.Run(input, [h0]);
        return (output, last[0]);
    }

    /// <summary>Does nothing: the embedded engine keeps parameters where they are.</summary>
    public void flatten_parameters()
    {
    }
}
