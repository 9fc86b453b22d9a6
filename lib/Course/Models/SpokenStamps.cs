// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Recordings of stamps as a training set: each as spectrograms at several speeds, with the stamp it belongs to.
/// </summary>
public sealed class SpokenStamps
{
    private SpokenStamps(Tensor spectrograms, IReadOnlyList<(int Stamp, string Language)> recordings) =>
        (Spectrograms, Recordings) = (spectrograms, recordings);

    /// <summary>(R, V, M, frames + margin): R recordings at V speeds.</summary>
    public Tensor Spectrograms { get; }

    /// <summary>What is said, and in which language.</summary>
    public IReadOnlyList<(int Stamp, string Language)> Recordings { get; }

    /// <summary>Reads recordings.</summary>
    /// <param name="stamps">The data set.</param>
    /// <param name="recordings">Which of its recordings.</param>
    /// <param name="logMel">Makes the spectrograms.</param>
    /// <param name="speeds">The speeds; 1 alone to measure.</param>
    /// <param name="margin">Frames more than the model reads, for <see cref="SpecAugment"/>.</param>
    public static SpokenStamps Read(Stamps stamps, IReadOnlyList<(int Stamp, string Language)> recordings, LogMel logMel,
        IReadOnlyList<double> speeds, int margin = 0)
    {
        using var scope = NewDisposeScope();
        var spectrograms = empty(
            recordings.Count, speeds.Count, logMel.Config.Bands, logMel.Config.Frames + margin);              // (R, V, M, frames + margin)
        for (var r = 0; r < recordings.Count; r++)
        {
            using var each = NewDisposeScope();
            var voice = stamps.Voice(recordings[r].Stamp, recordings[r].Language);
            for (var v = 0; v < speeds.Count; v++)
                spectrograms[r, v] = logMel.Read(voice, speeds[v], margin);
        }

        return new SpokenStamps(spectrograms.DetachFromDisposeScope(), recordings.ToArray());
    }

    /// <summary>The same recordings as if they belonged to other stamps, one for each: a negative control.</summary>
    public SpokenStamps WithStamps(IReadOnlyList<int> stamps) =>
        new(Spectrograms, Recordings.Zip(stamps, (recording, stamp) => (stamp, recording.Language)).ToArray());
}
