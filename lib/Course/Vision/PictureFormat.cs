namespace Course.Vision;

/// <summary>Tells the kinds of picture files apart by their first bytes; a file's name may lie.</summary>
internal static class PictureFormat
{
    /// <summary>The name of the format, for example "JPEG"; null for a file of none that is known here.</summary>
    public static string? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) ? "PNG"
        : file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "JPEG"
        : file.StartsWith("GIF8"u8) ? "GIF"
        : file.StartsWith("BM"u8) ? "BMP"
        : file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8) ? "WebP"
        : file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) ? "TIFF"
        : null;
}
