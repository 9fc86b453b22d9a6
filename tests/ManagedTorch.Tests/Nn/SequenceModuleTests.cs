using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Nn;

/// <summary>Names, mistakes and modes of recurrent networks, attention and Transformers; their numbers are in the parity group sequences.</summary>
public sealed class SequenceModuleTests
{
    [Fact]
    public void Parameters_have_the_names_of_PyTorch()
    {
        Assert.Equal(["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l0_reverse", "weight_hh_l0_reverse",
            "bias_ih_l0_reverse", "bias_hh_l0_reverse"], nn.GRU(2, 3, bidirectional: true).state_dict().Keys);
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], nn.LSTMCell(2, 3).state_dict().Keys);
        Assert.Equal(["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"], nn.MultiheadAttention(4, 2).state_dict().Keys);
        Dictionary<string, Tensor> state = nn.Transformer(4, 2, 1, 2, 8).state_dict();
        Assert.Contains("encoder.layers.0.self_attn.in_proj_weight", state.Keys);
        Assert.Contains("decoder.layers.1.multihead_attn.out_proj.bias", state.Keys);
        Assert.Contains("decoder.layers.1.norm3.weight", state.Keys);
        Assert.Contains("encoder.norm.weight", state.Keys);
    }

    [Fact]
    public void Modules_work_in_double_precision_after_a_conversion()
    {
        Tensor x = Numbers.Wave(0, 5, 2, 4);
        GRU gru = nn.GRU(4, 3);
        double[] single = Numbers.Of(gru.call(x).Item1);
        Numbers.AssertClose(single, Numbers.Of(gru.@double().call(x.to(ScalarType.Float64)).Item1), 1e-6);
        MultiheadAttention attention = nn.MultiheadAttention(4, 2);
        single = Numbers.Of(attention.call(x, x, x).Item1);
        Tensor wide = x.to(ScalarType.Float64);
        Numbers.AssertClose(single, Numbers.Of(attention.@double().call(wide, wide, wide).Item1), 1e-6);
    }

    [Fact]
    public void Dropout_acts_in_training_alone()
    {
        TransformerEncoderLayer layer = nn.TransformerEncoderLayer(8, 2, 16, dropout: 0.5);
        Tensor x = Numbers.Wave(0, 5, 2, 8);
        Assert.NotEqual(Numbers.Of(layer.call(x)), Numbers.Of(layer.call(x)));
        layer.eval();
        Assert.Equal(Numbers.Of(layer.call(x)), Numbers.Of(layer.call(x)));
        LSTM lstm = nn.LSTM(8, 4, numLayers: 2, dropout: 0.5);
        Assert.NotEqual(Numbers.Of(lstm.call(x).Item1), Numbers.Of(lstm.call(x).Item1));
        lstm.eval();
        Assert.Equal(Numbers.Of(lstm.call(x).Item1), Numbers.Of(lstm.call(x).Item1));
    }

    [Fact]
    public void Layers_of_an_encoder_begin_as_copies_and_learn_apart()
    {
        TransformerEncoder encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), 2);
        Dictionary<string, Tensor> state = encoder.state_dict();
        Assert.Equal(Numbers.Of(state["layers.0.linear1.weight"]), Numbers.Of(state["layers.1.linear1.weight"]));
        encoder.call(Numbers.Wave(0, 5, 2, 8)).sum().backward();
        Assert.NotEqual(Numbers.Of(encoder.get_parameter("layers.0.norm1.weight")!.grad!), Numbers.Of(encoder.get_parameter("layers.1.norm1.weight")!.grad!));
    }

    [Fact]
    public void Mistakes_are_told_in_words()
    {
        Assert.Contains("not divisible by 3 heads", Assert.Throws<ArgumentException>(() => nn.MultiheadAttention(8, 3)).Message);
        MultiheadAttention attention = nn.MultiheadAttention(8, 2);
        Tensor x = zeros(5, 2, 8);
        Assert.Contains("E = 8", Assert.Throws<ArgumentException>(() => attention.call(zeros(5, 2, 6), x, x)).Message);
        Assert.Contains("attn_mask needs shape [5, 5]", Assert.Throws<ArgumentException>(() =>
            attention.call(x, x, x, attn_mask: zeros(5, 4))).Message);
        Assert.Contains("key_padding_mask needs shape [2, 5]", Assert.Throws<ArgumentException>(() =>
            attention.call(x, x, x, zeros(5, 2))).Message);
        Assert.Contains("I = 3", Assert.Throws<ArgumentException>(() => nn.GRU(3, 4).call(zeros(5, 2, 2))).Message);
        Assert.Contains("[1, 2, 4]", Assert.Throws<ArgumentException>(() => nn.GRU(3, 4).call(zeros(5, 2, 3), zeros(1, 1, 4))).Message);
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => nn.GRU(3, 4).call(zeros(0, 2, 3))).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => nn.LSTM(3, 0)).Message);
        Assert.Contains("at least one layer", Assert.Throws<ArgumentException>(() =>
            nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 0)).Message);
        Assert.Contains("bias_hh 1", Assert.Throws<ArgumentOutOfRangeException>(() => nn.RNN(3, 4).get_bias_hh(1)).Message);
        Assert.Equal([4, 3], nn.RNN(3, 4).get_weight_ih(0).shape);
    }
}
