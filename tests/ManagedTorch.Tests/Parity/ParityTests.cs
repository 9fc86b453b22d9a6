using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity;

/// <summary>The engine against PyTorch 1.13: values and gradients of every case in tests/fixtures/parity.</summary>
[Collection("default generator")]
public sealed class ParityTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Lazy<ParityFile>> Files =
        ParityCatalog.Groups.ToDictionary(group => group.Name, group => new Lazy<ParityFile>(() => new ParityFile(group.Name)));

    public static TheoryData<string> GroupNames => [.. ParityCatalog.Groups.Select(group => group.Name)];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var group in ParityCatalog.Groups)
                foreach (var name in group.Functions.Keys)
                    data.Add(group.Name, name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_gradients_are_those_of_PyTorch(string group, string name)
    {
        using var scope = NewDisposeScope();
        var file = Files[group].Value;
        var inputs = Numbered(i => file.Find($"{name}|in{i}"));
        for (var i = 0; i < inputs.Length; i++)
            inputs[i].requires_grad = file.Find($"{name}|grad{i}") is not null;
        var outputs = ParityCatalog.Groups.Single(g => g.Name == group).Functions[name](inputs);
        var expected = Numbered(i => file.Find($"{name}|out{i}"));
        Assert.Equal(expected.Length, outputs.Length);
        double worst = 0;
        for (var i = 0; i < outputs.Length; i++)
            worst = Math.Max(worst, Closeness.Measure($"output {i}", expected[i], outputs[i]));

        var roots = new List<Tensor>();
        var cotangents = new List<Tensor>();
        for (var i = 0; i < outputs.Length; i++)
        {
            var cotangent = file.Find($"{name}|cot{i}");
            Assert.True(outputs[i].requires_grad == cotangent is not null,
                $"output {i}: PyTorch says requires_grad = {cotangent is not null}");
            if (cotangent is null)
                continue;
            roots.Add(outputs[i]);
            cotangents.Add(cotangent);
        }

        if (roots.Count > 0)
            autograd.backward(roots, cotangents);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (file.Find($"{name}|grad{i}") is not { } gradient)
                continue;
            Assert.True(inputs[i].grad is not null, $"input {i} has got no gradient");
            worst = Math.Max(worst, Closeness.Measure($"gradient of input {i}", gradient, inputs[i].grad!));
        }

        output.WriteLine($"largest error: {worst:0.###} of what is allowed");
    }

    [Theory]
    [MemberData(nameof(GroupNames))]
    public void Every_case_of_PyTorch_has_a_counterpart_and_the_reverse(string group)
    {
        var here = ParityCatalog.Groups.Single(g => g.Name == group).Functions.Keys.Order(StringComparer.Ordinal);
        Assert.Equal(Files[group].Value.Cases.Order(StringComparer.Ordinal), here);
    }

    private static Tensor[] Numbered(Func<int, Tensor?> find)
    {
        var found = new List<Tensor>();
        while (find(found.Count) is { } tensor)
            found.Add(tensor);
        return [.. found];
    }
}
