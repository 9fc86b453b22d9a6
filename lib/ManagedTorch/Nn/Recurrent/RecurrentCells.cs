using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// One step of a recurrent network: from a = W_ih x + b_ih, the state and W_hh, b_hh to the next state, whose first tensor h is the
/// result.
/// </summary>
internal delegate Tensor[] RecurrentStep(Tensor a, Tensor[] state, Tensor weight, Tensor? bias);

/// <summary>The steps of the three kinds of recurrent networks; s is the logistic function.</summary>
internal static class RecurrentCells
{
    /// <summary>h' = tanh(a + W_hh h + b_hh), Elman 1990.</summary>
    internal static Tensor[] Tanh(Tensor a, Tensor[] state, Tensor weight, Tensor? bias) =>
        [(a + nn.functional.linear(state[0], weight, bias)).tanh()];

    /// <summary>h' = max(0, a + W_hh h + b_hh).</summary>
    internal static Tensor[] Relu(Tensor a, Tensor[] state, Tensor weight, Tensor? bias) =>
        [(a + nn.functional.linear(state[0], weight, bias)).relu()];

    /// <summary>
    /// Cho et al. 2014 in PyTorch's form, b = W_hh h + b_hh: r = s(a_r + b_r); z = s(a_z + b_z); n = tanh(a_n + r b_n);
    /// h' = n + z (h - n).
    /// </summary>
    internal static Tensor[] Gru(Tensor a, Tensor[] state, Tensor weight, Tensor? bias)
    {
        Tensor[] x = a.chunk(3, -1);
        Tensor[] h = nn.functional.linear(state[0], weight, bias).chunk(3, -1);
        Tensor reset = (x[0] + h[0]).sigmoid();
        Tensor keep = (x[1] + h[1]).sigmoid();
        Tensor candidate = (x[2] + reset * h[2]).tanh();
        return [candidate + keep * (state[0] - candidate)];
    }

    /// <summary>
    /// Hochreiter and Schmidhuber 1997 with forget gate, b = a + W_hh h + b_hh: c' = s(b_f) c + s(b_i) tanh(b_g); h' = s(b_o) tanh(c').
    /// The state is (h, c).
    /// </summary>
    internal static Tensor[] Lstm(Tensor a, Tensor[] state, Tensor weight, Tensor? bias)
    {
        Tensor[] gates = (a + nn.functional.linear(state[0], weight, bias)).chunk(4, -1);
        Tensor cell = gates[1].sigmoid() * state[1] + gates[0].sigmoid() * gates[2].tanh();
        return [gates[3].sigmoid() * cell.tanh(), cell];
    }
}
