using System.Text.Json;
using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.VideoClip;

/// <summary>The trained VideoCLIP that the repository keeps in datasets/checkpoints/videoclip, and its tokenizer.</summary>
public sealed class VideoClipCheckpoint
{
    private static readonly string[] Files = ["config.json", "vocab.json", "merges.txt", "model.dat"];

    private VideoClipCheckpoint(Models.VideoClip model, BytePairTokenizer tokenizer) => (Model, Tokenizer) = (model, tokenizer);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.VideoClip Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static VideoClipCheckpoint Load()
    {
        DataSetFolder kept = DataSetFolder.Find("checkpoints");
        foreach (string name in Files) kept.FilePath($"videoclip/{name}");
        return Load(Path.Combine(kept.Root, "videoclip"));
    }

    /// <summary>Reads the model that `course train videoclip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static VideoClipCheckpoint Load(string folder)
    {
        string path = Path.Combine(folder, "config.json");
        if (!File.Exists(path)) throw new FileNotFoundException($"{folder} holds no finished run of course train videoclip", path);
        var model = new Models.VideoClip(ReadConfig(path));
        model.load(Path.Combine(folder, "model.dat"));
        model.eval();
        return new VideoClipCheckpoint(model, BytePairTokenizer.Load(folder));
    }

    private static VideoClipConfig ReadConfig(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<VideoClipConfig>(File.ReadAllText(path), Settings.Format)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold the sizes of a VideoCLIP model: {e.Message}");
        }
    }
}
