using System.Text.Json;
using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.Clip;

/// <summary>The trained CLIP that the repository keeps in datasets/checkpoints/clip, and its tokenizer.</summary>
public sealed class ClipCheckpoint
{
    private static readonly string[] Files = ["config.json", "vocab.json", "merges.txt", "model.dat"];

    private ClipCheckpoint(Models.Clip model, BytePairTokenizer tokenizer) => (Model, Tokenizer) = (model, tokenizer);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.Clip Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static ClipCheckpoint Load()
    {
        DataSetFolder kept = DataSetFolder.Find("checkpoints");
        foreach (string name in Files) kept.FilePath($"clip/{name}");
        return Load(Path.Combine(kept.Root, "clip"));
    }

    /// <summary>Reads the model that `course train clip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static ClipCheckpoint Load(string folder)
    {
        string path = Path.Combine(folder, "config.json");
        if (!File.Exists(path)) throw new FileNotFoundException($"{folder} holds no finished run of course train clip", path);
        var model = new Models.Clip(ReadConfig(path));
        model.load(Path.Combine(folder, "model.dat"));
        model.eval();
        return new ClipCheckpoint(model, BytePairTokenizer.Load(folder));
    }

    private static ClipConfig ReadConfig(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ClipConfig>(File.ReadAllText(path), Settings.Format)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold the sizes of a CLIP model: {e.Message}");
        }
    }
}
