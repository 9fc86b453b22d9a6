// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Names the colour that most of a drawing has, by hue, saturation and value.</summary>
public static class ColourName
{
    // Where the hue of each colour ends, in degrees; red lies around 0.
    private static readonly (string Name, double End)[] Hues =
        [("red", 16), ("orange", 38), ("yellow", 66), ("green", 165), ("blue", 255), ("purple", 295), ("pink", 343), ("red", 360)];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["black", "grey", "white", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown"];

    /// <summary>The name of most pixels of a picture of bytes (3, S, S) that are not its background, the colour of its first pixel.</summary>
    public static string Of(Tensor picture)
    {
        var bytes = picture.contiguous().data<byte>().ToArray();
        var area = bytes.Length / 3;
        (double R, double G, double B) At(int i) => (bytes[i], bytes[area + i], bytes[(2 * area) + i]);
        var background = At(0);
        var votes = Enumerable.Range(0, area).Select(At).Where(pixel => Distance(pixel, background) > 12).CountBy(Of).ToDictionary();
        return All.MaxBy(name => votes.GetValueOrDefault(name))!;
    }

    /// <summary>The name of a colour, 0 to 255 in each channel.</summary>
    public static string Of((double R, double G, double B) colour)
    {
        var (r, g, b) = colour;
        var (high, low) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (value, saturation) = (high / 255, high == 0 ? 0 : (high - low) / high);
        if (value < 0.27) return "black";
        if (saturation < 0.16) return value > 0.87 ? "white" : "grey";
        var sixth = high == r ? (g - b) / (high - low) : high == g ? 2 + ((b - r) / (high - low)) : 4 + ((r - g) / (high - low));
        var hue = (60 * sixth + 360) % 360;
        var name = Hues.First(part => hue <= part.End).Name;
        return name switch
        {
            "red" or "orange" when value < 0.68 && hue is > 8 and < 60 => "brown",         // brown is a dark orange
            "red" when saturation < 0.5 && value > 0.8 => "pink",                          // and pink a pale red
            _ => name,
        };
    }

    private static double Distance((double R, double G, double B) one, (double R, double G, double B) other) =>
        Math.Abs(one.R - other.R) + Math.Abs(one.G - other.G) + Math.Abs(one.B - other.B);
}
