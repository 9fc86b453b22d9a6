using System.Text.Json;
using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Published;

/// <summary>What is done to a picture before a published model sees it.</summary>
public sealed record PicturePreparation
{
    /// <summary>The shorter side after resizing; 0 to resize both sides to <see cref="Size"/>, whatever the shape.</summary>
    public int ShorterSide { get; init; } = 224;

    /// <summary>Pixels along each side of what the model sees: the middle of the resized picture.</summary>
    public int Size { get; init; } = 224;

    /// <summary>How it is resized.</summary>
    public Resampling Resampling { get; init; } = Resampling.Bicubic;

    /// <summary>What is taken from each channel, whose values run from 0 to 1.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [0.5, 0.5, 0.5];

    /// <summary>What each channel is then divided by.</summary>
    public IReadOnlyList<double> Deviation { get; init; } = [0.5, 0.5, 0.5];

    /// <summary>CLIP's (Radford et al. 2021; the numbers are those of its training pictures).</summary>
    public static PicturePreparation Clip { get; } = new()
    {
        Mean = [0.48145466, 0.4578275, 0.40821073], Deviation = [0.26862954, 0.26130258, 0.27577711],
    };

    /// <summary>That of google/vit-base-patch16-224.</summary>
    public static PicturePreparation Vit { get; } = new() { ShorterSide = 0, Resampling = Resampling.SmoothBilinear };

    /// <summary>Reads preprocessor_config.json as Hugging Face publishes it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It does not describe such a preparation; the message says where.</exception>
    public static PicturePreparation Load(string file)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"{file}: there is no such file", file);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement json = document.RootElement;
            int shorter = json.GetProperty("size") is var size && size.ValueKind == JsonValueKind.Number ? size.GetInt32()
                : size.TryGetProperty("shortest_edge", out JsonElement edge) ? edge.GetInt32() : 0;
            bool crops = json.TryGetProperty("do_center_crop", out JsonElement crop) && crop.GetBoolean();
            int side = crops ? Side(json.GetProperty("crop_size")) : Side(size);
            return new PicturePreparation
            {
                ShorterSide = crops ? shorter : 0,
                Size = side,
                Resampling = (json.TryGetProperty("resample", out JsonElement resample) ? resample.GetInt32() : 2) switch
                {
                    2 => Resampling.SmoothBilinear,
                    3 => Resampling.Bicubic,
                    int other => throw new InvalidDataException($"{file}: resample {other} is not supported; 2 (bilinear) and 3 (bicubic) are"),
                },
                Mean = Numbers(json.GetProperty("image_mean")),
                Deviation = Numbers(json.GetProperty("image_std")),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file}: this does not describe how pictures are prepared: {error.Message}", error);
        }
    }

    /// <summary>What the model sees of a picture, (3, S, S).</summary>
    public Tensor Apply(Picture picture)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor mean = tensor(Mean.Select(value => (float)value).ToArray()).view(-1, 1, 1);
        Tensor deviation = tensor(Deviation.Select(value => (float)value).ToArray()).view(-1, 1, 1);
        return ((Shape(picture).ToTensor() - mean) / deviation).MoveToOuterDisposeScope();
    }

    /// <summary>What the model sees of pictures, (B, 3, S, S).</summary>
    public Tensor Apply(IEnumerable<Picture> pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        return stack(pictures.Select(Apply).ToArray()).MoveToOuterDisposeScope();
    }

    /// <summary>The picture resized and cropped, before its values are shifted and scaled.</summary>
    public Picture Shape(Picture picture)
    {
        picture = picture.ToRgb();
        if (ShorterSide == 0) return picture.Resize(Size, Size, Resampling);
        bool isWide = picture.Width >= picture.Height;
        int longer = (int)((double)ShorterSide * Math.Max(picture.Width, picture.Height) / Math.Min(picture.Width, picture.Height));
        if (Math.Min(ShorterSide, longer) < Size)
            throw new ArgumentException($"A shorter side of {ShorterSide} pixels has no middle of {Size} x {Size}.");
        picture = picture.Resize(isWide ? longer : ShorterSide, isWide ? ShorterSide : longer, Resampling);
        return picture.Crop((picture.Width - Size) / 2, (picture.Height - Size) / 2, Size, Size);
    }

    // 224, {"shortest_edge": 224} or {"height": 224, "width": 224}.
    private static int Side(JsonElement size) => size.ValueKind == JsonValueKind.Number ? size.GetInt32()
        : size.TryGetProperty("height", out JsonElement height) ? height.GetInt32()
        : size.GetProperty("shortest_edge").GetInt32();

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetDouble())];
}
