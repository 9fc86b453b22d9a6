namespace TorchSharp;

/// <summary>Unsigned LEB128: seven bits a byte, the low ones first, the top bit set on all bytes but the last.</summary>
internal static class Leb128
{
    private const int BitsPerByte = 7;
    private const byte More = 0x80;

    /// <summary>Enough for 63 bits.</summary>
    private const int MaxLength = 9;

    internal static void Write(BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= More; value >>= BitsPerByte)
        {
            writer.Write((byte)(value | More));
        }
        writer.Write((byte)value);
    }

    internal static long Read(BinaryReader reader)
    {
        long value = 0;
        for (int i = 0; i < MaxLength; i++)
        {
            byte part = reader.ReadByte();
            value |= (long)(part & ~More) << (BitsPerByte * i);
            if ((part & More) == 0)
            {
                return value;
            }
        }
        throw new InvalidDataException("a number in the data has too many bytes: nothing that TorchSharp saved has such");
    }
}
