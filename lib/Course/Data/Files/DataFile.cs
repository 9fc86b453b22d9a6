using Course.Audio.Wav;
using Course.Vision;

namespace Course.Data;

/// <summary>Pictures and sounds of a data set. What is wrong with a file is told as the fault of the data set that it is.</summary>
internal static class DataFile
{
    /// <summary>A PNG file in RGB.</summary>
    /// <exception cref="DataSetException">The file is no PNG, or damaged.</exception>
    public static Picture ReadPicture(string path) => Read(() => Picture.Load(path).ToRgb());

    /// <summary>A WAV file of one channel, still encoded.</summary>
    /// <exception cref="DataSetException">The file is no WAV, damaged, or has more channels or another rate.</exception>
    public static WavFile OpenWav(string path, int rate)
    {
        WavFile file = Read(() => WavReader.Open(File.ReadAllBytes(path), path));
        return file.Format.Channels == 1 && file.Format.Rate == rate
            ? file
            : throw new DataSetException(
                $"{path} has {file.Format.Channels} channels at {file.Format.Rate} samples a second; it must have 1 at {rate}");
    }

    /// <summary>Copies a square of a picture's pixels into three planes, (3, side, side).</summary>
    public static void CutSquare(Picture picture, int left, int top, int side, Span<byte> planes)
    {
        int area = side * side;
        for (int y = 0; y < side; y++)
        {
            ReadOnlySpan<byte> row = picture.Pixels.Slice((((top + y) * picture.Width) + left) * 3, side * 3);
            for (int x = 0; x < side; x++)
                for (int c = 0; c < 3; c++)
                    planes[(c * area) + (y * side) + x] = row[(3 * x) + c];
        }
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new DataSetException(e.Message);
        }
    }
}
