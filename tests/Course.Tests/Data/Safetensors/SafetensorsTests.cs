using Course.Data;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Files against fixtures that tests/fixtures/make_safetensors.py makes from the format's description alone.</summary>
public sealed class SafetensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safetensors").FullName;

    private static string Canonical => Repository.Fixture("safetensors", "canonical.safetensors");

    private static string Foreign => Repository.Fixture("safetensors", "foreign.safetensors");

    private string Target => Path.Combine(_folder, "a.safetensors");

    [Fact]
    public void Every_element_type_is_read()
    {
        Dictionary<string, Tensor> read = Safetensors.Load(Canonical);
        Assert.Equal([long.MinValue, -1, long.MaxValue], read["int64"].data<long>().ToArray());
        Assert.Equal([0.1, -2.5, 1e300, double.PositiveInfinity], read["float64"].data<double>().ToArray());
        Assert.Equal([(1.5f, -2f), (0f, 3.25f)], read["complex"].data<(float, float)>().ToArray());
        Assert.Equal([0.5f, -1.5f, 2.25f, 3f, -0f, float.Epsilon], read["a.weight"].data<float>().ToArray());
        Assert.Equal(42, read["b.weight"].item<float>());
        Assert.Equal([0L, 4L], read["empty"].shape);
        Assert.Equal([int.MinValue, 7], read["int32"].data<int>().ToArray());
        Assert.Equal([1f, -3.140625f, 65536f], read["bfloat16"].to(float32).data<float>().ToArray());
        Assert.Equal([(Half)0.5f, Half.MinValue], read["float16"].data<Half>().ToArray());
        Assert.Equal([1L, 1L, 2L], read["float16"].shape);
        Assert.Equal([short.MinValue, 9], read["int16"].data<short>().ToArray());
        Assert.Equal([sbyte.MinValue, 0, sbyte.MaxValue], read["int8"].data<sbyte>().ToArray());
        Assert.Equal([255, 1], read["uint8"].data<byte>().ToArray());
        Assert.Equal([true, false, true], read["mask Zürich"].data<bool>().ToArray());
        Assert.Equal(13, read.Count);
    }

    [Fact]
    public void What_is_read_is_written_byte_for_byte()
    {
        using SafetensorsFile file = SafetensorsFile.Open(Canonical);
        Assert.Equal("Zürich", file.Metadata["place"]);
        // in another order: the writer has its own
        var tensors = Safetensors.Load(Canonical).Reverse().ToDictionary();
        Safetensors.Save(tensors, Target, file.Metadata);
        Assert.Equal(File.ReadAllBytes(Canonical), File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_freedoms_of_the_format_are_read()
    {
        using SafetensorsFile file = SafetensorsFile.Open(Foreign);
        Assert.Equal(["first", "eighth", "wide", "nothing", "middle", "truth", "last"], file.Entries.Select(entry => entry.Name));
        Assert.Equal([7, 8, 9], file.Read("first").data<byte>().ToArray());
        Assert.Equal([1.25, -8], file.Read("last").data<double>().ToArray());
        Assert.Equal(0.75, file.Read("middle").item<double>());
        Assert.True(file.Read("truth").item<bool>());
        Assert.Equal([7L, 0L, 9L], file.Read("nothing").shape);
        Assert.Empty(file.Metadata);
    }

    [Fact]
    public void An_element_type_that_tensors_here_lack_is_named()
    {
        using SafetensorsFile file = SafetensorsFile.Open(Foreign);
        string message = Assert.Throws<NotSupportedException>(() => file.Read("eighth")).Message;
        Assert.Contains("foreign.safetensors: tensor 'eighth' has elements of type F8_E4M3", message);
        Assert.Throws<NotSupportedException>(() => Safetensors.Load(Foreign));
        Assert.Contains("no tensor 'eight'", Assert.Throws<KeyNotFoundException>(() => file.Read("eight")).Message);
    }

    [Fact]
    public void Views_empty_and_large_tensors_survive()
    {
        using Tensor matrix = arange(12f).reshape(3, 4);
        Dictionary<string, Tensor> saved = new()
        {
            ["transposed"] = matrix.t(), ["row"] = matrix[1], ["expanded"] = ones(1).expand(2, 3), ["empty"] = zeros(0),
            ["learned"] = randn(700, 701, requires_grad: true), ["scalar"] = tensor(-3L),
        };
        Safetensors.Save(saved, Target);
        Dictionary<string, Tensor> read = Safetensors.Load(Target);
        Assert.Equal(saved.Keys.Order(), read.Keys.Order());
        Assert.All(saved, entry =>
        {
            Assert.Equal(entry.Value.shape, read[entry.Key].shape);
            Assert.Equal(entry.Value.dtype, read[entry.Key].dtype);
            Assert.True(entry.Value.equal(read[entry.Key]).all().item<bool>() || entry.Value.numel() == 0);
        });
    }

    [Fact]
    public void Every_tensor_lies_at_a_multiple_of_its_element_size()
    {
        Safetensors.Save(new Dictionary<string, Tensor>
        {
            ["a"] = zeros(3, uint8), ["b"] = zeros(3, float64), ["c"] = zeros(5, int16), ["d"] = zeros(1, float32), ["e"] = zeros(7, @bool),
        }, Target);
        using SafetensorsFile file = SafetensorsFile.Open(Target);
        long start = new FileInfo(Target).Length - file.Entries[^1].End;
        Assert.Equal(0, start % 8);
        Assert.Equal(["b", "d", "c", "a", "e"], file.Entries.Select(entry => entry.Name));
        Assert.All(file.Entries, entry => Assert.Equal(0, entry.Begin % file.Read(entry.Name).element_size()));
    }

    [Fact]
    public void No_tensors_at_all_are_a_file_too()
    {
        Safetensors.Save(new Dictionary<string, Tensor>(), Target);
        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], File.ReadAllBytes(Target));
        Assert.Empty(Safetensors.Load(Target));
    }

    [Fact]
    public void What_the_format_has_no_place_for_is_refused_and_leaves_the_old_file()
    {
        Safetensors.Save(new Dictionary<string, Tensor> { ["a"] = ones(2) }, Target);
        byte[] before = File.ReadAllBytes(Target);
        Assert.Contains("tensor 'z' has elements of type ComplexFloat64", Assert.Throws<ArgumentException>(() =>
            Safetensors.Save(new Dictionary<string, Tensor> { ["z"] = zeros(2, complex128) }, Target)).Message);
        Assert.Contains("__metadata__", Assert.Throws<ArgumentException>(() =>
            Safetensors.Save(new Dictionary<string, Tensor> { ["__metadata__"] = ones(2) }, Target)).Message);
        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Names_come_back_whatever_they_hold()
    {
        string[] names = ["", "a.b/c\\d", "\"quoted\"", "tab\t and \u0001", "日本語", "😀", "<script>&'+"];
        Safetensors.Save(names.ToDictionary(name => name, name => tensor(name.Length)), Target, names.ToDictionary(name => name));
        using SafetensorsFile file = SafetensorsFile.Open(Target);
        Assert.All(names, name => Assert.Equal(name.Length, file.Read(name).item<int>()));
        Assert.All(names, name => Assert.Equal(name, file.Metadata[name]));
    }

    [Fact]
    public void Tensors_belong_to_the_scope_around_the_call()
    {
        Tensor read;
        using (NewDisposeScope())
        {
            read = Safetensors.Load(Canonical)["int8"];
            Assert.False(read.IsInvalid);
        }

        Assert.True(read.IsInvalid);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
