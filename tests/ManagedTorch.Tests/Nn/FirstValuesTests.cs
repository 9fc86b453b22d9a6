using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>The values that layers and nn.init draw, against PyTorch's for the same seed.</summary>
[Collection("default generator")]
public sealed class FirstValuesTests
{
    private const double Tolerance = 4e-6;

    public static TheoryData<string, int> Layers => new()
    {
        { "Linear(5, 3)", 1 },
        { "Linear(4, 2, hasBias: false)", 2 },
        { "Conv2d(2, 4, 3)", 3 },
        { "Conv2d(4, 4, (2, 3), groups: 2)", 4 },
        { "Embedding(7, 4)", 5 },
        { "Embedding(7, 4, padding_idx: 2)", 5 },
        { "LayerNorm(6)", 6 },
        { "BatchNorm1d(3)", 7 },
        { "Sequential", 8 },
    };

    public static TheoryData<string, int> Fillers => new()
    {
        { "xavier_uniform_", 1 },
        { "xavier_normal_", 2 },
        { "kaiming_uniform_", 3 },
        { "kaiming_normal_", 4 },
        { "trunc_normal_", 5 },
        { "trunc_normal_ narrow", 6 },
        { "uniform_", 7 },
        { "normal_", 8 },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_draws_what_PyTorchs_draws(string name, int seed)
    {
        manual_seed(seed);
        using Module layer = Make(name);
        JsonElement[] expected = [.. Fixture.Json("nn/layers.json").GetProperty(name).EnumerateArray()];
        Dictionary<string, Tensor> state = layer.state_dict();
        Assert.Equal(expected.Select(e => e.GetProperty("name").GetString()!).Order(), state.Keys.Order());
        foreach (JsonElement entry in expected)
        {
            Tensor actual = state[entry.GetProperty("name").GetString()!];
            Assert.Equal(entry.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), actual.shape);
            Numbers.AssertClose(entry.GetProperty("values"), actual, Tolerance, name);
        }
    }

    [Theory]
    [MemberData(nameof(Fillers))]
    public void A_filler_draws_what_PyTorchs_draws(string name, int seed)
    {
        JsonElement expected = Fixture.Json("nn/init.json").GetProperty(name);
        manual_seed(seed);
        Tensor filled = empty([.. expected.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())]);
        Assert.Same(filled, Fill(name, filled));
        Numbers.AssertClose(expected.GetProperty("values"), filled, Tolerance, name);
    }

    [Fact]
    public void Fillers_work_on_parameters_that_require_gradients()
    {
        var parameter = Parameter(zeros(2, 2));
        init.constant_(parameter, 3);
        Assert.Equal([3, 3, 3, 3], Numbers.Of(parameter));
        Assert.True(parameter.is_leaf);
        init.ones_(parameter);
        Assert.Equal([1, 1, 1, 1], Numbers.Of(parameter));
    }

    [Fact]
    public void Fan_in_and_out_need_two_dimensions()
    {
        Assert.Equal((2 * 9, 4 * 9), init.CalculateFanInAndFanOut(zeros(4, 2, 3, 3)));
        Assert.Contains("[5]", Assert.Throws<ArgumentException>(() => init.xavier_uniform_(zeros(5))).Message);
    }

    private static Module Make(string name) => name switch
    {
        "Linear(5, 3)" => Linear(5, 3),
        "Linear(4, 2, hasBias: false)" => Linear(4, 2, hasBias: false),
        "Conv2d(2, 4, 3)" => Conv2d(2, 4, 3),
        "Conv2d(4, 4, (2, 3), groups: 2)" => Conv2d(4, 4, (2, 3), groups: 2),
        "Embedding(7, 4)" => Embedding(7, 4),
        "Embedding(7, 4, padding_idx: 2)" => Embedding(7, 4, padding_idx: 2),
        "LayerNorm(6)" => LayerNorm(6),
        "BatchNorm1d(3)" => BatchNorm1d(3),
        _ => Sequential(Conv2d(1, 2, 3), ReLU(), Linear(6, 5), Linear(5, 2)),
    };

    private static Tensor Fill(string name, Tensor t) => name switch
    {
        "xavier_uniform_" => init.xavier_uniform_(t),
        "xavier_normal_" => init.xavier_normal_(t, 1.5),
        "kaiming_uniform_" => init.kaiming_uniform_(t),
        "kaiming_normal_" => init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
        "trunc_normal_" => init.trunc_normal_(t, std: 0.02),
        "trunc_normal_ narrow" => init.trunc_normal_(t, 1, 2, 0, 1.5),
        "uniform_" => init.uniform_(t, -2, 3),
        _ => init.normal_(t, 1, 0.5),
    };
}
