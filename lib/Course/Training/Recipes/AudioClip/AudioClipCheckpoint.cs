using System.Text.Json;
using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.AudioClip;

/// <summary>The trained AudioCLIP that the repository keeps in datasets/checkpoints/audioclip, its tokenizer and its spectrograms.</summary>
public sealed class AudioClipCheckpoint
{
    private static readonly string[] Files = ["config.json", "vocab.json", "merges.txt", "model.dat"];

    private AudioClipCheckpoint(Models.AudioClip model, BytePairTokenizer tokenizer, LogMel logMel) =>
        (Model, Tokenizer, LogMel) = (model, tokenizer, logMel);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.AudioClip Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Makes the spectrograms it reads.</summary>
    public LogMel LogMel { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static AudioClipCheckpoint Load()
    {
        DataSetFolder kept = DataSetFolder.Find("checkpoints");
        foreach (string name in Files) kept.FilePath($"audioclip/{name}");
        return Load(Path.Combine(kept.Root, "audioclip"));
    }

    /// <summary>Reads the model that `course train audioclip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static AudioClipCheckpoint Load(string folder)
    {
        string path = Path.Combine(folder, "config.json");
        if (!File.Exists(path)) throw new FileNotFoundException($"{folder} holds no finished run of course train audioclip", path);
        AudioClipSizes sizes = ReadSizes(path);
        var model = new Models.AudioClip(new Models.Clip(sizes.Clip), sizes.Audio);
        model.load(Path.Combine(folder, "model.dat"));
        model.eval();
        return new AudioClipCheckpoint(model, BytePairTokenizer.Load(folder), new LogMel(sizes.LogMel));
    }

    private static AudioClipSizes ReadSizes(string path)
    {
        try
        {
            var sizes = JsonSerializer.Deserialize<AudioClipSizes>(File.ReadAllText(path), Settings.Format);
            return sizes is { Clip: not null, Audio: not null, LogMel: not null }
                ? sizes
                : throw new InvalidDataException($"{path} does not hold the sizes of an AudioCLIP model: a part is missing");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold the sizes of an AudioCLIP model: {e.Message}");
        }
    }
}
