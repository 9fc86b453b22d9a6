using System.Text.Json;
using Course.Models;
using Course.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Published;

/// <summary>A published CLIP with all it needs: the model that chapter 3 builds, its tokenizer, and how its pictures are prepared.</summary>
public sealed class PublishedClip
{
    /// <summary>The files of a folder besides its weights, as Hugging Face names them.</summary>
    public static readonly IReadOnlyList<string> Files = ["config.json", "vocab.json", "merges.txt", "preprocessor_config.json"];

    private PublishedClip(Clip model, ClipTokenizer tokenizer, PicturePreparation preparation) =>
        (Model, Tokenizer, Preparation) = (model, tokenizer, preparation);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Clip Model { get; }

    /// <summary>Its tokenizer.</summary>
    public ClipTokenizer Tokenizer { get; }

    /// <summary>What is done to its pictures.</summary>
    public PicturePreparation Preparation { get; }

    /// <summary>Reads a folder as downloaded, and moves the model to a device.</summary>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or describes another architecture.</exception>
    /// <exception cref="ArgumentException">The weights do not fit the sizes in config.json; the message lists where.</exception>
    public static PublishedClip Load(string folder, Device? device = null)
    {
        ClipConfig config = ReadConfig(Path.Combine(folder, "config.json"));
        var model = new Clip(config);
        WeightMaps.Clip(config).Load(model, folder);
        model.eval();
        if (device is not null) model.to(device);
        return new PublishedClip(
            model, ClipTokenizer.Load(folder), PicturePreparation.Load(Path.Combine(folder, "preprocessor_config.json")));
    }

    /// <summary>Pictures as unit vectors, (B, E).</summary>
    public Tensor Embed(IEnumerable<Vision.Picture> pictures)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return Model.EmbedImages(Preparation.Apply(pictures).to(Model.LogScale)).MoveToOuterDisposeScope();
    }

    /// <summary>Texts as unit vectors, (M, E).</summary>
    public Tensor Embed(IReadOnlyList<string> texts)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return Model.EmbedTexts(Tokenizer.Batch(texts, Model.Config.ContextLength).to(Model.LogScale.device)).MoveToOuterDisposeScope();
    }

    /// <summary>The sizes in a config.json of Hugging Face. What it leaves out is as in CLIP ViT-B/32.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or not of a CLIP that can be built.</exception>
    public static ClipConfig ReadConfig(string file)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"{file}: there is no such file", file);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement json = document.RootElement, vision = json.GetProperty("vision_config"), text = json.GetProperty("text_config");
            ClipConfig standard = ClipConfig.VitB32;
            string activation = vision.TryGetProperty("hidden_act", out JsonElement act) ? act.GetString()! : "quick_gelu";
            if (activation is not ("quick_gelu" or "gelu"))
                throw new InvalidDataException($"{file}: hidden_act '{activation}' is not supported; quick_gelu and gelu are");
            return new ClipConfig
            {
                ImageSize = Number(vision, "image_size", standard.ImageSize),
                PatchSize = Number(vision, "patch_size", standard.PatchSize),
                ImageWidth = Number(vision, "hidden_size", standard.ImageWidth),
                ImageDepth = Number(vision, "num_hidden_layers", standard.ImageDepth),
                ImageHeads = Number(vision, "num_attention_heads", standard.ImageHeads),
                VocabularySize = Number(text, "vocab_size", standard.VocabularySize),
                ContextLength = Number(text, "max_position_embeddings", standard.ContextLength),
                TextWidth = Number(text, "hidden_size", standard.TextWidth),
                TextDepth = Number(text, "num_hidden_layers", standard.TextDepth),
                TextHeads = Number(text, "num_attention_heads", standard.TextHeads),
                EmbeddingWidth = Number(json, "projection_dim", standard.EmbeddingWidth),
                UseQuickGelu = activation == "quick_gelu",
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file}: this is not the config.json of a CLIP: {error.Message}", error);
        }
    }

    private static long Number(JsonElement part, string name, long standard) =>
        part.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : standard;
}
