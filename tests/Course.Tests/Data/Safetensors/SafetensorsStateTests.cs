using Course.Data;
using Course.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Data;

/// <summary>Weights of a file on their way into a module.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class SafetensorsStateTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_module_survives_the_way_through_a_file()
    {
        using Sequential saved = Model(), loaded = Model();
        saved.train();
        saved.call(randn(9, 3)).Dispose(); // moves the running averages
        Safetensors.Save(saved.state_dict(), _path);
        (IReadOnlyList<string> missing, IReadOnlyList<string> unexpected) = Safetensors.LoadInto(loaded, _path);
        Assert.Empty(missing.Concat(unexpected));
        Assert.All(saved.state_dict(), entry => Assert.True(entry.Value.allclose(loaded.state_dict()[entry.Key])));
        Assert.All(loaded.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void Half_precision_is_converted_to_the_types_of_the_module()
    {
        using Sequential model = Model();
        Save(("0.weight", full(4, 3, 0.5f, dtype: float16)), ("0.bias", full([4], 2, dtype: bfloat16)));
        Safetensors.LoadInto(model, _path, strict: false);
        Tensor weight = model.get_parameter("0.weight")!;
        Assert.Equal(float32, weight.dtype);
        Assert.Equal(6, weight.sum().item<float>());
        Assert.Equal(8, model.get_parameter("0.bias")!.sum().item<float>());
    }

    [Fact]
    public void All_that_does_not_fit_is_listed_at_once_and_nothing_is_loaded()
    {
        using Sequential model = Model();
        float before = model.get_parameter("0.weight")!.sum().item<float>();
        Save(("0.weight", zeros(4, 3)), ("0.bias", zeros(5)), ("1.num_batches_tracked", zeros(1).sum()), ("head.weight", zeros(1)));
        string message = Assert.Throws<ArgumentException>(() => Safetensors.LoadInto(model, _path)).Message;
        Assert.StartsWith($"{_path} does not fit Sequential: ", message);
        Assert.Contains("0.bias is (5,) in the file and (4,) in the module", message);
        Assert.Contains("1.num_batches_tracked is F32 in the file and Int64 in the module", message);
        Assert.Contains("missing in the file: 1.weight, 1.bias, 1.running_mean, 1.running_var", message);
        Assert.Contains("not in the module: head.weight", message);
        Assert.Equal(before, model.get_parameter("0.weight")!.sum().item<float>());
    }

    [Fact]
    public void Names_may_be_passed_over_but_shapes_may_not()
    {
        using Sequential model = Model();
        Save(("0.weight", ones(4, 3)), ("head.weight", zeros(1)));
        (IReadOnlyList<string> missing, IReadOnlyList<string> unexpected) = Safetensors.LoadInto(model, _path, strict: false);
        Assert.Equal(["0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked"], missing);
        Assert.Equal(["head.weight"], unexpected);
        Assert.Equal(12, model.get_parameter("0.weight")!.sum().item<float>());

        Save(("0.weight", ones(3, 4)));
        Assert.Throws<ArgumentException>(() => Safetensors.LoadInto(model, _path, strict: false));
    }

    [Fact]
    public void Names_can_be_rewritten_and_dropped()
    {
        using Linear model = Linear(2, 1);
        Save(("vision.fc.weight", full(1, 2, 3f)), ("vision.fc.bias", ones(1)), ("text.fc.weight", zeros(9)));
        Safetensors.LoadInto(model, _path, rename: name => name.StartsWith("vision.fc.") ? name["vision.fc.".Length..] : null);
        Assert.Equal([3f, 3f], model.weight.data<float>().ToArray());

        string message = Assert.Throws<ArgumentException>(() => Safetensors.LoadInto(model, _path, rename: _ => "weight")).Message;
        Assert.Contains("renamed to one name: weight (from ", message);
    }

    [Fact]
    public void Long_lists_are_cut_short()
    {
        using Linear model = Linear(2, 1);
        Save([.. Enumerable.Range(0, 20).Select(i => ($"extra{i:00}", ones(1)))]);
        string message = Assert.Throws<ArgumentException>(() => Safetensors.LoadInto(model, _path)).Message;
        Assert.Contains("extra07 and 12 more", message);
        Assert.DoesNotContain("extra08", message);
        Assert.Contains("strict: false", message);
    }

    public void Dispose() => File.Delete(_path);

    private static Sequential Model() => Sequential(Linear(3, 4), BatchNorm1d(4));

    private void Save(params (string, Tensor)[] tensors) => Safetensors.Save(tensors.ToDictionary(), _path);
}
