using System.Text.Json;
using Course.Data;
using Course.Published;
using Course.Tests.Support;
using Course.Text;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Published;

/// <summary>Pictures as Pillow resizes them, and texts as the published tokenizers cut them.</summary>
public sealed class PreparationTests
{
    private static readonly string ClipFolder = Path.Combine(Repository.Root, "datasets", "published", "clip-tiny");
    private static readonly Dictionary<string, Tensor> Pictures = Safetensors.Load(Repository.Fixture("published", "pictures.safetensors"));

    [Theory]
    [InlineData("bicubic", Resampling.Bicubic, 16, 11)]
    [InlineData("bicubic", Resampling.Bicubic, 20, 20)]
    [InlineData("bicubic", Resampling.Bicubic, 57, 40)]
    [InlineData("bicubic", Resampling.Bicubic, 40, 60)]
    [InlineData("bilinear", Resampling.SmoothBilinear, 16, 11)]
    [InlineData("bilinear", Resampling.SmoothBilinear, 20, 20)]
    [InlineData("bilinear", Resampling.SmoothBilinear, 57, 40)]
    [InlineData("bilinear", Resampling.SmoothBilinear, 40, 60)]
    public void Resized_pictures_are_Pillows_to_the_last_bit(string name, Resampling resampling, int width, int height)
    {
        Picture resized = Original().Resize(width, height, resampling);
        Assert.Equal(Bytes(Pictures[$"{name}.{width}x{height}"]), resized.Pixels.ToArray());
    }

    [Fact]
    public void A_prepared_picture_is_the_one_that_Pillow_and_NumPy_prepare()
    {
        PicturePreparation preparation = PicturePreparation.Load(Path.Combine(ClipFolder, "preprocessor_config.json"));
        Tensor prepared = preparation.Apply(Original());
        Assert.Equal([3L, 16, 16], prepared.shape);
        Assert.True((prepared - Pictures["prepared"]).abs().max().item<float>() < 1e-6);
    }

    [Fact]
    public void The_published_preparations_are_those_of_their_files()
    {
        PicturePreparation read = PicturePreparation.Load(Path.Combine(ClipFolder, "preprocessor_config.json"));
        Assert.Equal(PicturePreparation.Clip.Mean, read.Mean);
        Assert.Equal(PicturePreparation.Clip.Deviation, read.Deviation);
        Assert.Equal((16, 16, Resampling.Bicubic), (read.ShorterSide, read.Size, read.Resampling));
    }

    [Theory]
    [InlineData("clip")]
    [InlineData("gpt2")]
    public void Texts_are_cut_as_the_published_tokenizers_cut_them(string name)
    {
        ITokenizer tokenizer = name == "clip" ? ClipTokenizer.Load(ClipFolder) : Gpt2Tokenizer.Load(Repository.Fixture("published", "gpt2"));
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("published", "tokens.json")));
        foreach (JsonElement entry in expected.RootElement.GetProperty(name).EnumerateArray())
        {
            string text = entry.GetProperty("text").GetString()!;
            int[] ids = [.. entry.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            Assert.Equal(ids, tokenizer.Encode(text));
            if (name == "gpt2") Assert.Equal(text, tokenizer.Decode(ids));
        }
    }

    [Fact]
    public void A_batch_begins_with_start_ends_with_end_and_is_cut_to_the_context()
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(ClipFolder);
        Tensor batch = tokenizer.Batch(["a cat", "two dogs and a cat on the grass"], contextLength: 8);
        Assert.Equal([2L, 8], batch.shape);
        Assert.Equal(tokenizer.Start, batch[0, 0].item<long>());
        Assert.Equal(tokenizer.End, batch[1, 7].item<long>());
        Assert.Equal(0, batch[0, 7].item<long>());
        Assert.Equal("a cat", tokenizer.Decode([tokenizer.Start, .. tokenizer.Encode(" A  cat "), tokenizer.End]));
    }

    [Fact]
    public void A_preparation_of_another_kind_is_refused()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"size": 8, "resample": 1, "image_mean": [0], "image_std": [1]}""");
            Assert.Contains("resample 1 is not supported", Assert.Throws<InvalidDataException>(() => PicturePreparation.Load(file)).Message);
            File.WriteAllText(file, """{"resample": 3}""");
            Assert.Contains("does not describe how pictures are prepared", Assert.Throws<InvalidDataException>(() => PicturePreparation.Load(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Picture Original() => new(40, 28, 3, Bytes(Pictures["picture"]));

    private static byte[] Bytes(Tensor values) => [.. values.data<float>().ToArray().Select(value => (byte)value)];
}
