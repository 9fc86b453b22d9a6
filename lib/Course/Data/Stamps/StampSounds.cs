using Course.Audio;
using Course.Audio.Wav;

namespace Course.Data;

/// <summary>
/// Recordings of many stamps in one WAV file, with a table of where each is: id, first sample, number of samples, and how many samples
/// were cut off its end. Several stamps may have the same recording. A recording is decoded when it is asked for.
/// </summary>
internal sealed class StampSounds
{
    private static readonly string[] Columns = ["id", "start", "samples", "cut"];

    private readonly WavFile _file;
    private readonly Dictionary<int, Part> _parts = [];

    private StampSounds(WavFile file) => _file = file;

    /// <summary>The stamps that have a recording.</summary>
    public IReadOnlyCollection<int> Stamps => _parts.Keys;

    /// <summary>Reads the table and opens the file; <paramref name="ids"/> gives each stamp's index by its id.</summary>
    /// <exception cref="DataSetException">The file is no WAV of one channel at the rate, or a line of the table is bad.</exception>
    public static StampSounds Open(string wavPath, string tablePath, IReadOnlyDictionary<string, int> ids, int rate)
    {
        WavFile file = DataFile.OpenWav(wavPath, rate);
        var sounds = new StampSounds(file);
        foreach (DataRow row in DataTable.Read(tablePath, Columns).Rows)
        {
            if (!ids.TryGetValue(row[0], out int stamp)) throw row.Fault($"there is no stamp {row[0]}");
            var part = new Part(row.Whole(1, "start"), row.Whole(2, "samples"), row.Whole(3, "cut"));
            if (part.Samples == 0 || (long)part.Start + part.Samples > file.Length)
                throw row.Fault(
                    $"{part.Samples} samples from {part.Start} on are no part of the {file.Length} in {Path.GetFileName(wavPath)}");
            sounds._parts.Add(stamp, part);
        }

        return sounds;
    }

    /// <summary>Whether a stamp has a recording.</summary>
    public bool Has(int stamp) => _parts.ContainsKey(stamp);

    /// <summary>A stamp's recording, or null.</summary>
    public Sound? Read(int stamp) => _parts.TryGetValue(stamp, out Part? part) ? _file.Read(part.Start, part.Samples) : null;

    /// <summary>Whether the end of a stamp's recording was cut off.</summary>
    public bool IsCut(int stamp) => _parts.TryGetValue(stamp, out Part? part) && part.Cut > 0;

    private sealed record Part(int Start, int Samples, int Cut);
}
