using System.Text.Json;
using Course.Data;
using Course.Training.Runs;

namespace Course.Training.Recipes;

/// <summary>The files of a finished run of `course train` that say what the weights belong to.</summary>
internal static class CheckpointFolder
{
    private const string SizesName = "config.json";

    private static readonly JsonSerializerOptions Readable = new(Settings.Format) { WriteIndented = true, NewLine = "\n" };

    /// <summary>datasets/checkpoints/<paramref name="recipe"/>, its files compared with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    internal static string Kept(string recipe, bool hasTokenizer = true)
    {
        DataSetFolder kept = DataSetFolder.Find("checkpoints");
        string[] tokenizer = hasTokenizer ? ["vocab.json", "merges.txt"] : [];
        foreach (string name in tokenizer.Append(SizesName).Append(WeightsFile.Name)) kept.FilePath($"{recipe}/{name}");
        return Path.Combine(kept.Root, recipe);
    }

    /// <summary>Writes the sizes of a model, for <see cref="ReadSizes"/>.</summary>
    internal static void WriteSizes<T>(string folder, T sizes) =>
        File.WriteAllText(Path.Combine(folder, SizesName), JsonSerializer.Serialize(sizes, Readable) + "\n");

    /// <summary>The sizes of the model in <paramref name="folder"/>.</summary>
    /// <param name="folder">A run's folder.</param>
    /// <param name="recipe">The name of its recipe.</param>
    /// <param name="isWhole">Whether every part of the sizes was there.</param>
    /// <exception cref="FileNotFoundException">The folder holds no finished run.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or does not hold such sizes.</exception>
    internal static T ReadSizes<T>(string folder, string recipe, Func<T, bool>? isWhole = null)
        where T : class
    {
        string path = Path.Combine(folder, SizesName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{folder} holds no finished run of course train {recipe}", path);
        try
        {
            if (JsonSerializer.Deserialize<T>(File.ReadAllText(path), Settings.Format) is { } sizes && isWhole?.Invoke(sizes) != false)
                return sizes;
            throw new InvalidDataException($"{path} does not hold the sizes of a model of course train {recipe}: a part is missing");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not hold the sizes of a model of course train {recipe}: {e.Message}");
        }
    }
}
