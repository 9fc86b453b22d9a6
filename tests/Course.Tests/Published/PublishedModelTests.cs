using Course.Data;
using Course.Models;
using Course.Published;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Published;

/// <summary>
/// Files with the keys of published models, in small, read into the classes of the chapters: what they compute is what PyTorch computed from
/// the same files (tests/fixtures/make_published.py).
/// </summary>
public sealed class PublishedModelTests
{
    private const double Tolerance = 1e-4;

    private static readonly string ClipFolder = Path.Combine(Repository.Root, "datasets", "published", "clip-tiny");

    [Fact]
    public void Clip_of_Hugging_Face()
    {
        using DisposeScope scope = NewDisposeScope();
        PublishedClip clip = PublishedClip.Load(ClipFolder);
        Dictionary<string, Tensor> expected = Safetensors.Load(Path.Combine(ClipFolder, "expected.safetensors"));
        using IDisposable noGrad = no_grad();
        Close(expected["output.0"], clip.Model.EmbedImages(expected["input.0"]));
        Close(expected["output.1"], clip.Model.EmbedTexts(expected["input.1"]));
        Close(expected["output.2"], clip.Model.call(expected["input.0"], expected["input.1"]));
    }

    [Fact]
    public void Vit_of_Hugging_Face() => Check("vit", Vit(), WeightMaps.Vit(2), (model, input) => model.call(input));

    [Fact]
    public void Vit_of_timm() => Check("timm", Vit(), WeightMaps.TimmVit(2), (model, input) => model.call(input));

    [Fact]
    public void Gpt2_of_Hugging_Face() => Check("gpt2", SmallGpt(), WeightMaps.Gpt2(2), (model, input) => model.call(input));

    [Fact]
    public void The_Q_Former_of_Blip2()
    {
        var config = new QFormerConfig { Queries = 4, Width = 24, Depth = 4, Heads = 3, ImageWidth = 20, VocabularySize = 0 };
        Check("qformer", new QFormer(config), WeightMaps.QFormer(config), (model, input) => model.call(input));
    }

    [Fact]
    public void The_Perceiver_with_Fourier_features()
    {
        var config = new PerceiverConfig { Latents = 6, Width = 16, Layers = 2, Repeats = 2, Heads = 4 };
        var places = new FourierFeatures(3, 6, 6);
        Check("perceiver", new PerceiverIO(3 + places.Channels, config, outputs: 5), WeightMaps.Perceiver(config), (model, images) =>
        {
            Tensor pixels = images.flatten(2).transpose(1, 2);                                                 // (B, 36, 3)
            Tensor inputs = cat([pixels, places.OfGrid().expand(images.shape[0], -1, -1)], -1);                // (B, 36, 17)
            return model.call(inputs).squeeze(1);
        });
    }

    [Fact]
    public void A_saved_model_is_the_published_file_again()
    {
        string path = Path.GetTempFileName();
        try
        {
            WeightMap map = WeightMaps.Gpt2(2);
            using Gpt model = SmallGpt();
            map.Load(model, Repository.Fixture("published", "gpt2"));
            map.Save(model, path);
            Dictionary<string, Tensor> before = Safetensors.Load(Repository.Fixture("published", "gpt2", "model.safetensors"));
            foreach ((string name, Tensor tensor) in Safetensors.Load(path)) Assert.True(tensor.equal(before[name]).all().item<bool>(), name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Weights_in_several_files_are_read_through_their_index()
    {
        string folder = Directory.CreateTempSubdirectory("shards-").FullName;
        try
        {
            var all = Safetensors.Load(Repository.Fixture("published", "gpt2", "model.safetensors"));
            string[] names = [.. all.Keys.Order(StringComparer.Ordinal)];
            var first = names.Take(7).ToDictionary(name => name, name => all[name]);
            Safetensors.Save(first, Path.Combine(folder, "a.safetensors"));
            Safetensors.Save(names.Skip(7).ToDictionary(name => name, name => all[name]), Path.Combine(folder, "b.safetensors"));
            string places = string.Join(", ", names.Select(name => $"\"{name}\": \"{(first.ContainsKey(name) ? "a" : "b")}.safetensors\""));
            File.WriteAllText(Path.Combine(folder, "model.safetensors.index.json"), $"{{\"weight_map\": {{{places}}}}}");
            using Gpt model = SmallGpt();
            WeightMaps.Gpt2(2).Load(model, folder);
            Assert.True(model.state_dict()["ln_final.weight"].equal(all["ln_f.weight"]).all().item<bool>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("h.1.ln_2.bias", null, "missing in the file: h.1.ln_2.bias")]
    [InlineData(null, "h.2.ln_1.weight", "not known: h.2.ln_1.weight")]
    [InlineData("wte.weight", "wte.weight", "different: wte.weight is (2,) in the file where token_embedding.weight is (40, 24)")]
    [InlineData("h.0.attn.c_attn.weight", "h.0.attn.c_attn.weight",
        "h.0.attn.c_attn.weight is (2,) in the file where blocks.0.attn.qkv.weight is (72, 24)")]
    public void A_file_that_does_not_fit_says_where_and_changes_nothing(string? removed, string? added, string message)
    {
        string path = Path.GetTempFileName();
        try
        {
            var tensors = Safetensors.Load(Repository.Fixture("published", "gpt2", "model.safetensors"));
            if (removed is not null) tensors.Remove(removed);
            if (added is not null) tensors[added] = zeros(2);
            Safetensors.Save(tensors, path);
            using Gpt model = SmallGpt();
            Tensor before = model.state_dict()["token_embedding.weight"].clone();
            string error = Assert.Throws<ArgumentException>(() => WeightMaps.Gpt2(2).Load(model, path)).Message;
            Assert.Contains(message, error);
            Assert.StartsWith($"{path} does not fit Gpt: ", error);
            Assert.True(before.equal(model.state_dict()["token_embedding.weight"]).all().item<bool>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_folder_without_weights_names_the_files_it_looks_for()
    {
        string folder = Directory.CreateTempSubdirectory("empty-").FullName;
        try
        {
            Assert.Contains(
                "neither model.safetensors nor model.safetensors.index.json is there",
                Assert.Throws<FileNotFoundException>(() => WeightFiles.Open(folder)).Message);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void The_maps_fit_the_published_sizes_tensor_by_tensor()
    {
        // As many tensors as clip-vit-base-patch32, vit-base-patch16-224 and gpt2 have; of masks and position numbers they hold more.
        Assert.Equal(398, WeightMaps.Clip(ClipConfig.VitB32).SourceNames.Count);
        Assert.Equal(200, WeightMaps.Vit(12).SourceNames.Count);
        Assert.Equal(148, WeightMaps.Gpt2(12).SourceNames.Count);
    }

    private static VisionTransformer Vit() => new(imageSize: 16, patchSize: 8, channels: 3, width: 24, depth: 2, heads: 3, classes: 5);

    private static Gpt SmallGpt() =>
        new(new GptConfig { VocabularySize = 40, ContextLength = 12, Width = 24, Depth = 2, Heads = 3, UseTanhGelu = true });

    private static void Check<T>(string name, T model, WeightMap map, Func<T, Tensor, Tensor> compute)
        where T : nn.Module
    {
        using DisposeScope scope = NewDisposeScope();
        map.Load(model, Repository.Fixture("published", name));
        model.eval();
        Dictionary<string, Tensor> expected = Expected(name);
        using IDisposable noGrad = no_grad();
        Close(expected["output.0"], compute(model, expected["input.0"]));
        model.Dispose();
    }

    private static Dictionary<string, Tensor> Expected(string name) =>
        Safetensors.Load(Repository.Fixture("published", $"{name}.expected.safetensors"));

    private static void Close(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(expected.std().item<float>() > 0.01, "the expected values are not trivial");
        double difference = (expected - actual).abs().max().item<float>();
        Assert.True(difference <= Tolerance, $"differs by {difference}");
    }
}
