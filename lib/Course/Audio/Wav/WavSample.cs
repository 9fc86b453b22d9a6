using System.Buffers.Binary;

namespace Course.Audio.Wav;

/// <summary>
/// One sample as bytes. Whole numbers are fractions of their range: -1 is the lowest, and 1 would be one above the highest.
/// </summary>
internal static class WavSample
{
    public static int Bytes(WavEncoding encoding) => encoding switch
    {
        WavEncoding.Pcm8 => 1,
        WavEncoding.Pcm16 => 2,
        WavEncoding.Pcm24 => 3,
        _ => 4,
    };

    public static float Read(WavEncoding encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        WavEncoding.Pcm8 => (bytes[0] - 128) / 128f,
        WavEncoding.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768f,
        WavEncoding.Pcm24 => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 2147483648f,
        WavEncoding.Pcm32 => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2147483648f,
        _ => BinaryPrimitives.ReadSingleLittleEndian(bytes),
    };

    /// <summary>A sample as a whole number of 16 bits, clipped at the ends of the range.</summary>
    public static int ToInt16(float sample) => (int)Whole(sample, 32768);

    /// <summary>Writes a sample; whole numbers clip at the ends of their range.</summary>
    public static void Write(WavEncoding encoding, float sample, Span<byte> bytes)
    {
        switch (encoding)
        {
            case WavEncoding.Pcm8:
                bytes[0] = (byte)(Whole(sample, 128) + 128);
                break;
            case WavEncoding.Pcm16:
                BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)Whole(sample, 32768));
                break;
            case WavEncoding.Pcm24:
                int value = (int)Whole(sample, 8388608);
                (bytes[0], bytes[1], bytes[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
                break;
            case WavEncoding.Pcm32:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)Whole(sample, 2147483648));
                break;
            default:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, sample);
                break;
        }
    }

    private static long Whole(float sample, double scale) =>
        float.IsNaN(sample) ? 0 : (long)Math.Clamp(Math.Round(sample * scale), -scale, scale - 1);
}
