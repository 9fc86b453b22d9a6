using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes.AudioClip;

/// <summary>The trained AudioCLIP that the repository keeps in datasets/checkpoints/audioclip, its tokenizer and its spectrograms.</summary>
public sealed class AudioClipCheckpoint
{
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
    public static AudioClipCheckpoint Load() => Load(CheckpointFolder.Kept("audioclip"));

    /// <summary>Reads the model that `course train audioclip` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static AudioClipCheckpoint Load(string folder)
    {
        AudioClipSizes sizes = CheckpointFolder.ReadSizes<AudioClipSizes>(
            folder, "audioclip", sizes => sizes is { Clip: not null, Audio: not null, LogMel: not null });
        var model = new Models.AudioClip(new Models.Clip(sizes.Clip), sizes.Audio);
        WeightsFile.LoadInto(model, folder);
        model.eval();
        return new AudioClipCheckpoint(model, BytePairTokenizer.Load(folder), new LogMel(sizes.LogMel));
    }
}
