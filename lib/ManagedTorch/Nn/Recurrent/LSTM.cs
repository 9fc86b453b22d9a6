using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Layers of long short-term memory (Hochreiter and Schmidhuber 1997); see <see cref="RecurrentCells.Lstm"/> for the formula.
/// </summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;

    internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(LSTM)) =>
        _stack = new RecurrentStack(this, RecurrentCells.Lstm, 4, shape, device, dtype);

    /// <summary>See <see cref="forward"/>.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>
    /// Packed sequences of different lengths and first states to packed results and h and c after each sequence's last element.
    /// </summary>
    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        (nn.utils.rnn.PackedSequence output, Tensor[] last) = _stack.Run(input, [h0_c0?.Item1, h0_c0?.Item2]);
        return (output, last[0], last[1]);
    }

    /// <summary>
    /// Sequences (T, N, I) and first states h and c, each (layers directions, N, H), to results (T, N, directions H) and the last h and c.
    /// </summary>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        (Tensor output, Tensor[] last) = _stack.Run(input, [h0_c0?.Item1, h0_c0?.Item2]);
        return (output, last[0], last[1]);
    }

    /// <summary>Does nothing: the embedded engine keeps parameters where they are.</summary>
    public void flatten_parameters()
    {
    }
}
