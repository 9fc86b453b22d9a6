using System.Globalization;
using Course.Audio;
using Course.Audio.Wav;

namespace Course.Data;

/// <summary>
/// Recordings of many stamps in one WAV file, with a table of where each is: id, first sample, number of samples, and how many samples
/// were cut off its end. Several stamps may have the same recording. A recording is decoded when it is asked for.
/// </summary>
internal sealed class StampSounds
{
    private const string Header = "id\tstart\tsamples\tcut";

    private readonly WavFile _file;
    private readonly Dictionary<int, Part> _parts = [];

    private StampSounds(WavFile file) => _file = file;

    /// <summary>The stamps that have a recording.</summary>
    public IReadOnlyCollection<int> Stamps => _parts.Keys;

    /// <summary>Reads the table and opens the file; <paramref name="ids"/> gives each stamp's index by its id.</summary>
    /// <exception cref="DataSetException">The file is no WAV of one channel at the rate, or a line of the table is bad.</exception>
    public static StampSounds Open(string wavPath, string tablePath, IReadOnlyDictionary<string, int> ids, int rate)
    {
        WavFile file = OpenWav(wavPath);
        if (file.Format.Channels != 1 || file.Format.Rate != rate)
            throw new DataSetException(
                $"{wavPath} has {file.Format.Channels} channels at {file.Format.Rate} samples a second; it must have 1 at {rate}");
        var sounds = new StampSounds(file);
        string[] lines = File.ReadAllLines(tablePath);
        if (lines.Length == 0 || lines[0] != Header)
            throw new DataSetException($"{tablePath}(1): the header must be {Header.Replace("\t", ", ")}, separated by tabs");
        for (int i = 1; i < lines.Length; i++)
        {
            string place = $"{tablePath}({i + 1})";
            string[] cells = lines[i].Split('\t');
            if (cells.Length != 4) throw new DataSetException($"{place}: {cells.Length} cells, but there are 4 columns");
            if (!ids.TryGetValue(cells[0], out int stamp)) throw new DataSetException($"{place}: there is no stamp {cells[0]}");
            var part = new Part(Number(cells[1], place), Number(cells[2], place), Number(cells[3], place));
            if (part.Samples == 0 || (long)part.Start + part.Samples > file.Length)
                throw new DataSetException(
                    $"{place}: {part.Samples} samples from {part.Start} on are no part of the {file.Length} in " +
                    Path.GetFileName(wavPath));
            if (!sounds._parts.TryAdd(stamp, part)) throw new DataSetException($"{place}: {cells[0]} is in an earlier line already");
        }

        return sounds;
    }

    /// <summary>Whether a stamp has a recording.</summary>
    public bool Has(int stamp) => _parts.ContainsKey(stamp);

    /// <summary>A stamp's recording, or null.</summary>
    public Sound? Read(int stamp) => _parts.TryGetValue(stamp, out Part? part) ? _file.Read(part.Start, part.Samples) : null;

    /// <summary>Whether the end of a stamp's recording was cut off.</summary>
    public bool IsCut(int stamp) => _parts.TryGetValue(stamp, out Part? part) && part.Cut > 0;

    private static WavFile OpenWav(string path)
    {
        try
        {
            return WavReader.Open(File.ReadAllBytes(path), path);
        }
        catch (InvalidDataException e)
        {
            throw new DataSetException(e.Message);
        }
    }

    private static int Number(string cell, string place) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new DataSetException($"{place}: \"{cell}\" is not a number of samples");

    private sealed record Part(int Start, int Samples, int Cut);
}
