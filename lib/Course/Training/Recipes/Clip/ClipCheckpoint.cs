using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes.Clip;

/// <summary>The trained CLIP that the repository keeps in datasets/checkpoints/clip, and its tokenizer.</summary>
public sealed class ClipCheckpoint
{
    private ClipCheckpoint(Models.Clip model, BytePairTokenizer tokenizer) => (Model, Tokenizer) = (model, tokenizer);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.Clip Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static ClipCheckpoint Load() => Load(CheckpointFolder.Kept("clip"));

    /// <summary>Reads the model that `course train clip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static ClipCheckpoint Load(string folder)
    {
        var model = new Models.Clip(CheckpointFolder.ReadSizes<ClipConfig>(folder, "clip"));
        WeightsFile.LoadInto(model, folder);
        model.eval();
        return new ClipCheckpoint(model, BytePairTokenizer.Load(folder));
    }
}
