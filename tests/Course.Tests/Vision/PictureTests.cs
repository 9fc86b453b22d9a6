using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Vision;

public sealed class PictureTests
{
    private static readonly Picture Ramp = new(4, 2, 1, [0, 40, 80, 120, 100, 140, 180, 220]);

    [Fact]
    public void Crop_takes_the_named_pixels()
    {
        Assert.Equal(new byte[] { 80, 120, 180, 220 }, Ramp.Crop(2, 0, 2, 2).Pixels.ToArray());
        Assert.Throws<ArgumentException>(() => Ramp.Crop(3, 0, 2, 2));
    }

    [Fact]
    public void Flip_exchanges_left_and_right() =>
        Assert.Equal(new byte[] { 120, 80, 40, 0, 220, 180, 140, 100 }, Ramp.FlipHorizontal().Pixels.ToArray());

    [Fact]
    public void Nearest_repeats_pixels() =>
        Assert.Equal(new byte[] { 0, 0, 40, 40, 80, 80, 120, 120 }, Ramp.Resize(8, 2, Resampling.Nearest).Pixels[..8].ToArray());

    [Fact]
    public void Area_averages_what_a_pixel_covers()
    {
        Assert.Equal(new byte[] { 70, 150 }, Ramp.Resize(2, 1, Resampling.Area).Pixels.ToArray());
        // Two thirds of a column on each side of the middle: (0 + 40/3) / (4/3) and so on.
        Assert.Equal(new byte[] { 10, 60, 110 }, Ramp.Resize(3, 2, Resampling.Area).Pixels[..3].ToArray());
    }

    [Fact]
    public void Bilinear_interpolates_between_centres() =>
        Assert.Equal(new byte[] { 0, 10, 30, 50, 70, 90, 110, 120 }, Ramp.Resize(8, 2).Pixels[..8].ToArray());

    [Fact]
    public void Resizing_keeps_one_colour_as_it_is()
    {
        foreach (Resampling resampling in Enum.GetValues<Resampling>())
            Assert.All(new Picture(5, 7, new Rgb(10, 200, 30)).Resize(11, 3, resampling).Pixels.ToArray().Chunk(3),
                pixel => Assert.Equal(new byte[] { 10, 200, 30 }, pixel));
    }

    [Fact]
    public void Tensors_have_channels_first()
    {
        var picture = new Picture(2, 1, 3, [255, 0, 51, 0, 102, 255]);
        using Tensor tensor = picture.ToTensor();
        Assert.Equal([3, 1, 2], tensor.shape);
        Assert.Equal([1f, 0f, 0f, 0.4f, 0.2f, 1f], tensor.data<float>().ToArray());
        Assert.Equal(picture.Pixels.ToArray(), Picture.FromTensor(tensor).Pixels.ToArray());
    }

    [Fact]
    public void Tensors_outside_the_range_are_clipped()
    {
        using Tensor values = tensor(new[] { -3f, 0.5f, 9f, float.NaN }, [2, 2]);
        Assert.Equal(new byte[] { 0, 128, 255, 0 }, Picture.FromTensor(values).Pixels.ToArray());
        Assert.Equal(new byte[] { 0, 149, 255, 0 }, Picture.FromTensor(values, min: -3, max: 3).Pixels.ToArray());
        using Tensor flat = zeros(4);
        Assert.Contains("not (4,)", Assert.Throws<ArgumentException>(() => Picture.FromTensor(flat)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_mixes_picture_and_colours()
    {
        var picture = new Picture(2, 2, new Rgb(100, 100, 100));
        using Tensor heat = tensor(new[] { 0f, 1f, 0f, 0f });
        Picture overlay = picture.Overlay(heat, ColorMap.Grays, opacity: 0.5, smooth: false);
        Assert.Equal(new Rgb(50, 50, 50), overlay[0, 0]);
        Assert.Equal(new Rgb(178, 178, 178), overlay[1, 0]);
        Assert.Equal(picture[0, 0], picture.Overlay(heat, opacity: 0)[0, 0]);
    }

    [Fact]
    public void Grid_enlarges_frames_and_captions()
    {
        Picture[] pictures = [Ramp, Ramp, Ramp];
        Picture grid = PictureGrid.Of(pictures, ["one", "two", "three words here"], columns: 2, scale: 10,
            frames: [Rgb.Right, null, Rgb.Wrong]);
        Assert.Equal((2 * (46 + 12)) + 12, grid.Width);
        Assert.Equal(Rgb.Right, grid[12, 12]);
        Assert.Equal(new Rgb(0, 0, 0), grid[15, 15]);
        Assert.Equal(new Rgb(40, 40, 40), grid[25, 15]);
        Assert.NotEqual(Rgb.Wrong, grid[12 + 58, 12]);
        Assert.Contains(Enumerable.Range(0, grid.Width), x => Enumerable.Range(42, 16).Any(y => grid[x, y] == Rgb.Parse("#222222")));
        Assert.Contains("3 pictures and 1 captions", Assert.Throws<ArgumentException>(() => PictureGrid.Of(pictures, ["one"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_maps_run_from_end_to_end()
    {
        Assert.Equal(Rgb.Parse("#440154"), ColorMap.Viridis.At(-1));
        Assert.Equal(Rgb.Parse("#fde725"), ColorMap.Viridis.At(2));
        Assert.Equal(Rgb.Parse("#f7f7f7"), ColorMap.Diverging.At(0.5));
        Assert.Equal(new Rgb(128, 128, 128), ColorMap.Grays.At(0.5));
        double[] luma = Enumerable.Range(0, 50).Select(i => ColorMap.Viridis.At(i / 49.0).Luma).ToArray();
        Assert.Equal(luma.Order(), luma);
    }
}
