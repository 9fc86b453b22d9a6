using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Nn;

/// <summary>Loading state from memory and from TorchSharp's file format.</summary>
public sealed class StateTests
{
    private static string FilePath => Fixture.PathOf("nn/module.bin");

    [Fact]
    public void A_file_in_TorchSharps_format_is_read()
    {
        using FileNet module = new();
        module.load(FilePath);
        Assert.Equal(Enumerable.Range(0, 400).Select(i => i / 8.0), Numbers.Of(module.get_parameter("fc.weight")!));
        Assert.Equal([0.5, -1.5], Numbers.Of(module.get_parameter("fc.bias")!));
        Assert.Equal([7, 8], Numbers.Of(module.get_buffer("norm.running_var")!));
        Assert.Equal(9, module.get_buffer("norm.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void The_same_file_is_written_byte_for_byte()
    {
        using FileNet module = new();
        module.load(FilePath);
        using MemoryStream stream = new();
        module.save(stream);
        Assert.Equal(File.ReadAllBytes(FilePath), stream.ToArray());
    }

    [Fact]
    public void A_module_survives_the_way_through_a_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            using FileNet saved = new();
            saved.save(path);
            using FileNet loaded = new();
            Assert.NotEqual(Numbers.Of(saved.get_parameter("fc.weight")!), Numbers.Of(loaded.get_parameter("fc.weight")!));
            Dictionary<string, bool> report = [];
            loaded.load(path, loadedParameters: report);
            Assert.Equal(Numbers.Of(saved.get_parameter("fc.weight")!), Numbers.Of(loaded.get_parameter("fc.weight")!));
            Assert.Equal(saved.state_dict().Keys, report.Keys);
            Assert.All(report.Values, Assert.True);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_skipped_name_keeps_its_values()
    {
        using FileNet module = new();
        double[] before = Numbers.Of(module.get_parameter("fc.weight")!);
        Dictionary<string, bool> report = [];
        module.load(FilePath, skip: ["fc.weight"], loadedParameters: report);
        Assert.Equal(before, Numbers.Of(module.get_parameter("fc.weight")!));
        Assert.Equal([0.5, -1.5], Numbers.Of(module.get_parameter("fc.bias")!));
        Assert.False(report["fc.weight"]);
    }

    [Fact]
    public void A_shape_that_differs_is_named_with_both_shapes()
    {
        using FileNet module = new(3);
        ArgumentException error = Assert.Throws<ArgumentException>(() => module.load(FilePath));
        Assert.Equal("'fc.weight' has shape [2, 200] in the state and [3, 200] in the module", error.Message);
    }

    [Fact]
    public void An_element_type_that_differs_is_named()
    {
        using FileNet module = new FileNet().to(ScalarType.Float64);
        ArgumentException error = Assert.Throws<ArgumentException>(() => module.load(FilePath));
        Assert.Equal("'fc.weight' is Float32 in the state and Float64 in the module", error.Message);
    }

    [Fact]
    public void Missing_and_unexpected_names_are_listed()
    {
        using Tied module = new();
        Dictionary<string, Tensor> state = new() { ["first.weight"] = ones(3, 3), ["third.weight"] = ones(1) };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(state));
        Assert.Contains("missing: second.weight", error.Message);
        Assert.Contains("not in the module: third.weight", error.Message);

        var (missing, unexpected) = module.load_state_dict(state, strict: false);
        Assert.Equal(["second.weight"], missing);
        Assert.Equal(["third.weight"], unexpected);
        Assert.All(Numbers.Of(module.get_parameter("first.weight")!), v => Assert.Equal(1, v));
    }

    [Fact]
    public void Nothing_is_loaded_when_one_entry_does_not_fit()
    {
        using FileNet module = new();
        double[] before = Numbers.Of(module.get_parameter("fc.weight")!);
        Dictionary<string, Tensor> state = module.state_dict().ToDictionary(e => e.Key, e => zeros_like(e.Value));
        state["norm.bias"] = zeros(5);
        Assert.Contains("'norm.bias'", Assert.Throws<ArgumentException>(() => module.load_state_dict(state)).Message);
        Assert.Equal(before, Numbers.Of(module.get_parameter("fc.weight")!));
    }

    [Fact]
    public void A_file_that_is_cut_off_says_where()
    {
        using FileNet module = new();
        byte[] whole = File.ReadAllBytes(FilePath);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => module.load(new MemoryStream(whole[..1000])));
        Assert.Contains("ends within 'fc.weight'", error.Message);
        Assert.Throws<InvalidDataException>(() => module.load(new MemoryStream()));
    }

    [Fact]
    public void A_file_in_another_format_is_refused()
    {
        using FileNet module = new();
        byte[] text = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("this is no module ", 100)));
        Assert.Throws<InvalidDataException>(() => module.load(new MemoryStream(text)));
        Assert.Contains("nowhere.bin", Assert.Throws<FileNotFoundException>(() => module.load("nowhere.bin")).Message);
    }

    [Fact]
    public void Create_makes_and_loads_a_module()
    {
        using torch.nn.Module module = torch.nn.Module.Create<FileNet>(FilePath);
        Assert.Equal([3, 4], Numbers.Of(module.get_parameter("norm.bias")!));
    }
}
