namespace Course.Vision.Png;

/// <summary>A decoded PNG: 8-bit RGBA, row by row; <see cref="IsGrey"/> if the file held grey only.</summary>
internal sealed record PngPixels(int Width, int Height, bool IsGrey, byte[] Rgba);
