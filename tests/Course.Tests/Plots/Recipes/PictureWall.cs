using Course.Plots;
using Course.Vision;

namespace Course.Tests.Plots.Recipes;

/// <summary>Pictures with captions, framed by right and wrong.</summary>
public sealed class PictureWall : Recipe
{
    protected override Figure Draw()
    {
        Picture[] pictures = Enumerable.Range(0, 8).Select(Disc).ToArray();
        return Plot.Images(pictures, pictures.Select((_, i) => i == 3 ? "Shirt (T-shirt)" : $"Ring {i}"), columns: 4,
            frames: pictures.Select((_, i) => i == 3 ? Rgb.Wrong.ToString() : i == 6 ? null : Rgb.Right.ToString()))
            .WithTitle("Predictions");
    }

    [Fact]
    public void Embeds_eight_pictures_with_seven_frames()
    {
        Assert.Equal(8, Marks("image", "image").Count);
        Assert.Equal(7, Marks("image", "rect").Count);
        Assert.All(Marks("image", "image"),
            image => Assert.StartsWith("data:image/png;base64,", (string)image.Attribute("href")!, StringComparison.Ordinal));
        Assert.Equal(8, Plotly["layout"]!["images"]!.AsArray().Count);
    }

    private static Picture Disc(int index)
    {
        var pixels = new byte[28 * 28];
        for (int i = 0; i < pixels.Length; i++)
        {
            double distance = Math.Sqrt(Math.Pow((i % 28) - 13.5, 2) + Math.Pow((i / 28) - 13.5, 2));
            pixels[i] = (byte)(255 * Math.Exp(-Math.Pow(distance - 2 - index, 2) / 6));
        }

        return new Picture(28, 28, 1, pixels);
    }
}
