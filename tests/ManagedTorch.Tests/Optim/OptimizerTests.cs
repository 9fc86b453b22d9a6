using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Optim;

/// <summary>Six steps of each optimizer with given gradients, against PyTorch's path.</summary>
public sealed class OptimizerTests
{
    private const double Tolerance = 2e-6;
    private static readonly int[] Sizes = [7, 5];

    public static TheoryData<string> Names =>
    [
        "Adam", "Adam decay", "Adam amsgrad", "Adam maximize", "AdamW", "AdamW groups", "SGD", "SGD momentum", "SGD nesterov", "SGD maximize",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_take_the_path_that_PyTorch_takes(string name) => AssertPath(name, ScalarType.Float32);

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_in_double_precision_take_it_too(string name) => AssertPath(name, ScalarType.Float64);

    [Theory]
    [InlineData("Adam amsgrad")]
    [InlineData("AdamW groups")]
    [InlineData("SGD momentum")]
    public void An_optimizer_goes_on_from_its_saved_state(string name)
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        using OptimizerHelper first = Make(name, parameters);
        Step(first, parameters, 0);
        Step(first, parameters, 1);
        using MemoryStream stream = new();
        first.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;

        Parameter[] copies = Copies(parameters);
        using OptimizerHelper second = Make(name, copies);
        second.load_state_dict(new BinaryReader(stream));
        Assert.All(first.state_dict().State.Zip(second.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        Step(first, parameters, 2);
        Step(second, copies, 2);
        Assert.Equal(Values(parameters), Values(copies));

        Parameter[] others = Copies(parameters);
        using OptimizerHelper third = Make(name, others);
        third.load_state_dict(first.state_dict());
        Step(first, parameters, 3);
        Step(third, others, 3);
        Assert.Equal(Values(parameters), Values(others));
    }

    [Fact]
    public void State_of_another_kind_or_size_is_refused()
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        using MemoryStream stream = new();
        optim.Adam(parameters).save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        Assert.Contains("'Adam'", Assert.Throws<InvalidDataException>(() =>
            optim.AdamW(parameters).load_state_dict(new BinaryReader(stream))).Message);
        stream.Position = 0;
        Assert.Contains("2 parameters", Assert.Throws<ArgumentException>(() =>
            optim.Adam(parameters[..1]).load_state_dict(new BinaryReader(stream))).Message);
        byte[] cut = stream.ToArray()[..60];
        Assert.Contains("cut off", Assert.Throws<InvalidDataException>(() =>
            optim.Adam(parameters).load_state_dict(new BinaryReader(new MemoryStream(cut)))).Message);
    }

    [Fact]
    public void The_closure_is_called_with_gradients_on_and_its_loss_returned()
    {
        Parameter parameter = new(tensor(new[] { 2f }));
        using SGD optimizer = optim.SGD([parameter], 0.25);
        Tensor? loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            Tensor square = (parameter * parameter).sum();
            square.backward();
            return square;
        });
        Assert.Equal(4, loss!.item<float>());
        Assert.Equal([1], Numbers.Of(parameter));
        Assert.Null(optimizer.step());
    }

    [Fact]
    public void State_outlives_the_scope_of_a_step()
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        using OptimizerHelper optimizer = Make("SGD momentum", parameters);
        for (int step = 0; step < 3; step++)
        {
            using (NewDisposeScope())
            {
                Step(optimizer, parameters, step);
            }
        }
        Assert.All(optimizer.state_dict().State.Cast<SGD.State>(), s => Assert.NotEqual(0, s.momentum_buffer!.abs().sum().item<float>()));
    }

    [Fact]
    public void Groups_have_rates_of_their_own()
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        using AdamW optimizer = optim.AdamW(parameters[..1], lr: 0.5);
        optimizer.add_param_group(new AdamW.ParamGroup(parameters[1..], new AdamW.Options { LearningRate = 0.1 }));
        Assert.Equal([0.5, 0.1], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal(parameters, optimizer.parameters());
        Assert.Contains("already", Assert.Throws<ArgumentException>(() =>
            optimizer.add_param_group(new AdamW.ParamGroup(parameters[1..]))).Message);
    }

    [Fact]
    public void Impossible_options_are_refused_in_words()
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        Assert.Contains("lr >= 0", Assert.Throws<ArgumentException>(() => optim.Adam(parameters, lr: -1)).Message);
        Assert.Contains("beta2 < 1", Assert.Throws<ArgumentException>(() => optim.AdamW(parameters, beta2: 1)).Message);
        Assert.Contains("nesterov", Assert.Throws<ArgumentException>(() => optim.SGD(parameters, 0.1, nesterov: true)).Message);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(3.0)]
    [InlineData(double.PositiveInfinity)]
    public void Gradients_are_clipped_by_their_common_norm(double p)
    {
        JsonElement expected = Fixture.Json("nn/clip.json").GetProperty(double.IsInfinity(p) ? "inf" : $"{p:0.0}");
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        for (int k = 0; k < parameters.Length; k++)
        {
            parameters[k].grad = Numbers.Wave(20 + k, Sizes[k]);
        }
        double norm = nn.utils.clip_grad_norm_(parameters, 0.75, p);
        Assert.Equal(expected.GetProperty("norm").GetDouble(), norm, 1e-5);
        Numbers.AssertClose(Numbers.Of(expected.GetProperty("gradients")), [.. parameters.SelectMany(q => Numbers.Of(q.grad!))], Tolerance);
    }

    [Fact]
    public void Small_gradients_stay_and_missing_ones_count_for_nothing()
    {
        Parameter[] parameters = NewParameters(ScalarType.Float32);
        parameters[0].grad = ones(7) * 0.01f;
        Assert.Equal(0.01 * Math.Sqrt(7), nn.utils.clip_grad_norm_(parameters, 1), 1e-6);
        Assert.All(Numbers.Of(parameters[0].grad!), v => Assert.Equal(0.01, v, 1e-8));
        nn.utils.clip_grad_value_(parameters, 0.004);
        Assert.All(Numbers.Of(parameters[0].grad!), v => Assert.Equal(0.004, v, 1e-8));
        Assert.Null(parameters[1].grad);
    }

    private static void AssertPath(string name, ScalarType type)
    {
        Parameter[] parameters = NewParameters(type);
        using OptimizerHelper optimizer = Make(name, parameters);
        int step = 0;
        foreach (JsonElement expected in Fixture.Json("nn/optim.json").GetProperty(name).EnumerateArray())
        {
            Step(optimizer, parameters, step);
            Numbers.AssertClose(Numbers.Of(expected), Values(parameters), Tolerance, $"{name}, step {step},");
            step++;
        }
        Assert.Equal(6, step);
    }

    private static OptimizerHelper Make(string name, Parameter[] p) => name switch
    {
        "Adam" => optim.Adam(p, lr: 0.01),
        "Adam decay" => optim.Adam(p, lr: 0.02, beta1: 0.8, beta2: 0.95, eps: 1e-6, weight_decay: 0.1),
        "Adam amsgrad" => optim.Adam(p, lr: 0.05, amsgrad: true),
        "Adam maximize" => optim.Adam(p, lr: 0.05, weight_decay: 0.1, maximize: true),
        "AdamW" => optim.AdamW(p, lr: 0.01, weight_decay: 0.1),
        "AdamW groups" => optim.AdamW(
        [
            new AdamW.ParamGroup(p[..1], new AdamW.Options { weight_decay = 0.2 }),
            new AdamW.ParamGroup(p[1..], new AdamW.Options { LearningRate = 0.1 }),
        ], lr: 0.01),
        "SGD" => optim.SGD(p, 0.1),
        "SGD momentum" => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.3, weight_decay: 0.05),
        "SGD nesterov" => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true),
        "SGD maximize" => optim.SGD(p, 0.1, momentum: 0.5, maximize: true),
        _ => throw new ArgumentException(name),
    };

    private static Parameter[] NewParameters(ScalarType type) => [.. Sizes.Select((n, k) => new Parameter(Numbers.Wave(k, n).to(type)))];

    private static Parameter[] Copies(Parameter[] parameters) => [.. parameters.Select(p => new Parameter(p.detach().clone()))];

    private static void Step(OptimizerHelper optimizer, Parameter[] parameters, int step)
    {
        for (int k = 0; k < parameters.Length; k++)
        {
            // the second parameter gets no gradient at step 1
            parameters[k].grad = step == 1 && k == 1
                ? null
                : (Numbers.Wave(10 + step + k, Sizes[k]) * 0.5).to(parameters[k].dtype).DetachFromDisposeScope();
        }
        optimizer.step();
    }

    private static double[] Values(Parameter[] parameters) => [.. parameters.SelectMany(Numbers.Of)];
}
