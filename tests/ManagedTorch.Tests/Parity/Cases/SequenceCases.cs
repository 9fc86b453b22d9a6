using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;
using Module = TorchSharp.torch.nn.Module;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/sequences.py.</summary>
internal static class SequenceCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("sequences");
        AddRecurrent(g);
        AddAttention(g);
        AddTransformers(g);
        AddPacked(g);
        First(g, "rnn", () => nn.RNN(3, 4));
        First(g, "gru", () => nn.GRU(3, 4, 2, bidirectional: true));
        First(g, "lstm", () => nn.LSTM(3, 4, bias: false));
        First(g, "cell", () => nn.GRUCell(3, 4));
        First(g, "attention", () => nn.MultiheadAttention(8, 2));
        First(g, "attention_wide", () => nn.MultiheadAttention(8, 2, kdim: 6, add_bias_kv: true));
        First(g, "encoder_layer", () => nn.TransformerEncoderLayer(8, 2, 12, dropout: 0));
        return g;
    }

    private static void AddRecurrent(ParityGroup g)
    {
        Case(g, "rnn/tanh", 2, () => nn.RNN(3, 4), (m, x) => Pair(m.call(x[0], x[1])));
        Case(g, "rnn/relu", 2, () => nn.RNN(3, 4, 2, nn.NonLinearities.ReLU, bias: false, batchFirst: true), (m, x) => Pair(m.call(x[0],
            x[1])));
        Case(g, "rnn/no_state", 1, () => nn.RNN(3, 4), (m, x) => Pair(m.call(x[0])));
        Case(g, "gru/plain", 2, () => nn.GRU(3, 4), (m, x) => Pair(m.call(x[0], x[1])));
        Case(g, "gru/both", 2, () => nn.GRU(3, 4, 2, bidirectional: true), (m, x) => Pair(m.call(x[0], x[1])));
        Case(g, "gru/no_batch", 2, () => nn.GRU(3, 4, batchFirst: true), (m, x) => Pair(m.call(x[0], x[1])));
        Case(g, "lstm/plain", 3, () => nn.LSTM(3, 4), (m, x) => Three(m.call(x[0], (x[1], x[2]))));
        Case(g, "lstm/both", 3, () => nn.LSTM(3, 4, 2, bidirectional: true, batchFirst: true), (m, x) => Three(m.call(x[0], (x[1], x[2]))));
        Case(g, "cell/rnn", 2, () => nn.RNNCell(3, 4), (m, x) => [m.call(x[0], x[1])]);
        Case(g, "cell/gru", 2, () => nn.GRUCell(3, 4), (m, x) => [m.call(x[0], x[1])]);
        Case(g, "cell/lstm", 3, () => nn.LSTMCell(3, 4), (m, x) => Pair(m.call(x[0], (x[1], x[2]))));
    }

    private static void AddAttention(ParityGroup g)
    {
        foreach (var weights in new[] { true, false })
        {
            Case(g, $"attention/self/{weights}", 1, () => nn.MultiheadAttention(8, 2),
                (m, x) => Pair(m.call(x[0], x[0], x[0], need_weights: weights)));
            Case(g, $"attention/cross/{weights}", 3, () => nn.MultiheadAttention(8, 2, kdim: 6, vdim: 4, bias: false),
                (m, x) => Pair(m.call(x[0], x[1], x[2], need_weights: weights)));
            Case(g, $"attention/causal/{weights}", 2, () => nn.MultiheadAttention(8, 4),
                (m, x) => Pair(m.call(x[0], x[0], x[0], need_weights: weights, attn_mask: x[1])));
            Case(g, $"attention/padding/{weights}", 3, () => nn.MultiheadAttention(8, 2),
                (m, x) => Pair(m.call(x[0], x[0], x[0], x[1], weights, x[2])));
            Case(g, $"attention/extra/{weights}", 3, () => nn.MultiheadAttention(8, 2, add_bias_kv: true, add_zero_attn: true),
                (m, x) => Pair(m.call(x[0], x[1], x[1], x[2], weights)));
            Case(g, $"attention/each_head/{weights}", 2, () => nn.MultiheadAttention(8, 2),
                (m, x) => Pair(m.call(x[0], x[0], x[0], need_weights: weights, attn_mask: x[1])));
            Case(g, $"attention/no_batch/{weights}", 1, () => nn.MultiheadAttention(8, 2),
                (m, x) => Pair(m.call(x[0], x[0], x[0], need_weights: weights)));
        }
    }

    private static void AddTransformers(ParityGroup g)
    {
        Case(g, "encoder_layer/relu", 1, () => nn.TransformerEncoderLayer(8, 2, 12, 0), (m, x) => [m.call(x[0])]);
        Case(g, "encoder_layer/gelu_masks", 3, () => nn.TransformerEncoderLayer(8, 2, 12, 0, nn.Activations.GELU),
            (m, x) => [m.call(x[0], x[1], x[2])]);
        Case(g, "encoder/two", 2, () => nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 12, 0), 2), (m, x) => [m.call(x[0], x[1])]);
        Case(g, "decoder_layer/plain", 2, () => nn.TransformerDecoderLayer(8, 2, 12, 0), (m, x) => [m.call(x[0], x[1])]);
        Case(g, "decoder_layer/masks", 5, () => nn.TransformerDecoderLayer(8, 2, 12, 0),
            (m, x) => [m.call(x[0], x[1], x[2], null, x[3], x[4])]);
        Case(g, "decoder/two", 3, () => nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 12, 0, nn.Activations.GELU), 2),
            (m, x) => [m.call(x[0], x[1], x[2])]);
        Case(g, "transformer/masks", 4, () => nn.Transformer(8, 2, 1, 2, 12, 0),
            (m, x) => [m.call(x[0], x[1], null, x[2], src_key_padding_mask: x[3], memory_key_padding_mask: x[3])]);
    }

    private static void AddPacked(ParityGroup g)
    {
        var lengths = new long[] { 5, 3, 1 };
        var shuffled = new long[] { 2, 5, 1, 3 };
        PackedSequence Pack(Tensor x) => pack_padded_sequence(x, tensor(shuffled), enforce_sorted: false);
        foreach (var first in new[] { false, true })
        {
            g.AddMany($"packed/sorted/{first}", x => Parts(pack_padded_sequence(x[0], tensor(lengths), first)));
            g.AddMany($"packed/shuffled/{first}", x => Parts(pack_padded_sequence(x[0], tensor(shuffled), first, false)));
            g.Add($"padded/{first}", x => pad_packed_sequence(pack_padded_sequence(x, tensor(shuffled), first, false), first, -1.5, 7));
            g.Add($"pad_sequence/{first}", (a, b, c) => pad_sequence([a, b.t(), c], first, 0.5));
        }

        g.AddMany("packed/numbers", x => Parts(pack_padded_sequence(x[0], tensor(new long[] { 3, 3 }), true)));
        g.Add("padded/longest", x => pad_packed_sequence(pack_padded_sequence(x, tensor(lengths))));
        g.AddMany("pack_sequence", x => Parts(pack_sequence(x, false)));
        Case(g, "packed/rnn", 2, () => nn.RNN(3, 4), (m, x) => Data(m.call(Pack(x[0]), x[1])));
        Case(g, "packed/gru", 1, () => nn.GRU(3, 4), (m, x) => Data(m.call(Pack(x[0]))));
        Case(g, "packed/gru_both", 2, () => nn.GRU(3, 4, 2, bidirectional: true), (m, x) => Data(m.call(Pack(x[0]), x[1])));
        Case(g, "packed/lstm_both", 3, () => nn.LSTM(3, 4, 2, bidirectional: true), (m, x) => Data(m.call(Pack(x[0]), (x[1], x[2]))));
        Case(g, "packed/given_order", 3, () => nn.LSTM(3, 4), (m, x) => Data(m.call(pack_padded_sequence(x[0], tensor(lengths)), (x[1],
            x[2]))));
    }

    private static Tensor[] Parts(PackedSequence x) => [.. new[] { x.data, x.batch_sizes, x.sorted_indices,
        x.unsorted_indices }.OfType<Tensor>()];

    private static Tensor?[] Data((PackedSequence Output, Tensor Last) result) => [result.Output.data, result.Last];

    private static Tensor?[] Data((PackedSequence Output, Tensor Hidden, Tensor Cell) result) => [result.Output.data, result.Hidden,
        result.Cell];

    // Outputs, then the gradients of the first inputs and of the parameters, whose values are the inputs that are left.
    private static void Case<T>(ParityGroup g, string name, int count, Func<T> make, Func<T, Tensor[], Tensor?[]> forward) where T : Module
    {
        g.AddMany(name, tensors =>
        {
            using var module = make();
            var inputs = tensors[..count].Select(x => x.is_floating_point() ? x.clone().requires_grad_() : x).ToArray();
            var parameters = module.parameters().ToArray();
            Assert.Equal(parameters.Length, tensors.Length - count);
            using (no_grad())
            {
                foreach (var (parameter, value) in parameters.Zip(tensors[count..]))
                    parameter.copy_(value);
            }

            Tensor[] outputs = [.. forward(module, inputs).OfType<Tensor>()];
            foreach (var y in outputs)
                ((y * arange(1, y.numel() + 1, ScalarType.Float32).reshape(y.shape) / y.numel()).sum()).backward(retain_graph: true);
            return [.. outputs.Select(y => y.detach()), .. inputs.Where(x => x.is_floating_point()).Select(x => x.grad!.clone()),
                .. parameters.Select(p => p.grad!.clone())];
        });
    }

    private static void First(ParityGroup g, string name, Func<Module> make) => g.AddMany($"first/{name}", _ =>
    {
        manual_seed(11);
        return [.. make().parameters().Select(p => p.detach())];
    });

    private static Tensor?[] Pair((Tensor, Tensor) two) => [two.Item1, two.Item2];

    private static Tensor?[] Pair(Tuple<Tensor, Tensor?> two) => [two.Item1, two.Item2];

    private static Tensor?[] Three((Tensor, Tensor, Tensor) three) => [three.Item1, three.Item2, three.Item3];
}
