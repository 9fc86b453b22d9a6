using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes.VideoClip;

/// <summary>The trained VideoCLIP that the repository keeps in datasets/checkpoints/videoclip, and its tokenizer.</summary>
public sealed class VideoClipCheckpoint
{
    private VideoClipCheckpoint(Models.VideoClip model, BytePairTokenizer tokenizer) => (Model, Tokenizer) = (model, tokenizer);

    /// <summary>The model, ready to be used (eval mode).</summary>
    public Models.VideoClip Model { get; }

    /// <summary>The tokenizer it was trained with.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static VideoClipCheckpoint Load() => Load(CheckpointFolder.Kept("videoclip"));

    /// <summary>Reads the model that `course train videoclip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static VideoClipCheckpoint Load(string folder)
    {
        var model = new Models.VideoClip(CheckpointFolder.ReadSizes<VideoClipConfig>(folder, "videoclip"));
        WeightsFile.LoadInto(model, folder);
        model.eval();
        return new VideoClipCheckpoint(model, BytePairTokenizer.Load(folder));
    }
}
