using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Course.Vision;

/// <summary>
/// Picture files other than PNG, by SixLabors.ImageSharp. Only the formats named here are set up: ImageSharp's TIFF decoder writes out of
/// bounds on a hostile file.
/// </summary>
internal static class PictureDecoder
{
    private static readonly DecoderOptions Options = new()
    {
        Configuration = new Configuration(
            new JpegConfigurationModule(), new WebpConfigurationModule(), new GifConfigurationModule(), new BmpConfigurationModule()),
        MaxFrames = 1,
    };

    /// <summary>The picture, turned as its camera says; of an animation the first frame.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="format">Its format.</param>
    /// <param name="background">What transparent parts show.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="NotSupportedException">It is of a format that is not set up.</exception>
    public static Picture Decode(byte[] file, string name, string format, Rgb background)
    {
        try
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(Options, file);
            image.Mutate(context => context.AutoOrient());
            var rgba = new byte[image.Width * image.Height * 4];
            image.CopyPixelDataTo(rgba);
            return Picture.FromRgba(image.Width, image.Height, rgba, isGrey: false, background);
        }
        catch (UnknownImageFormatException)
        {
            throw new NotSupportedException($"{name} is a {format} file, which is not read here: save the picture as PNG, JPEG or WebP.");
        }
        catch (ImageFormatException error)
        {
            throw new InvalidDataException($"{name}: damaged {format} file: {error.Message}", error);
        }
    }
}
