using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes.Gpt;

/// <summary>The trained language model that the repository keeps in datasets/checkpoints/gpt, and its tokenizer.</summary>
public sealed class GptCheckpoint
{
    private GptCheckpoint(Models.Gpt model, BytePairTokenizer tokenizer) => (Model, Tokenizer) = (model, tokenizer);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.Gpt Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static GptCheckpoint Load() => Load(CheckpointFolder.Kept("gpt"));

    /// <summary>Reads the model that `course train gpt` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static GptCheckpoint Load(string folder)
    {
        var model = new Models.Gpt(CheckpointFolder.ReadSizes<GptConfig>(folder, "gpt"));
        WeightsFile.LoadInto(model, folder);
        model.eval();
        return new GptCheckpoint(model, BytePairTokenizer.Load(folder));
    }
}
