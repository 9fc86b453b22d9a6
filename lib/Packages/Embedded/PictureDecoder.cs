namespace Course.Vision;

/// <summary>Picture files other than PNG, on the stack that needs no packages: there are none that it reads.</summary>
internal static class PictureDecoder
{
    /// <summary>Always an error, which names the stacks that read the file.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="format">Its format.</param>
    /// <param name="background">What transparent parts would show.</param>
    /// <exception cref="NotSupportedException">The stack reads PNG only.</exception>
    public static Picture Decode(byte[] file, string name, string format, Rgb background) => throw new NotSupportedException(
        $"{name} is a {format} file, and the embedded stack reads PNG only. The stacks cpu and cuda read JPEG, WebP, GIF and BMP "
        + "(./course --stack cpu); or save the picture as PNG.");
}
