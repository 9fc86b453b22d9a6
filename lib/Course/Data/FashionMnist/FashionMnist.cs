using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Photographs of clothes, 28 x 28 grey pixels, ten classes: 24,000 of the 60,000 training pictures and the whole official test set
/// of 10,000 (Xiao, Rasul and Vollgraf, 2017, arXiv:1708.07747).
/// </summary>
public sealed class FashionMnist
{
    private static readonly string[] Names =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    private FashionMnist(LabelledImages train, LabelledImages test) => (Train, Test) = (train, test);

    /// <summary>The names of the ten classes.</summary>
    public static IReadOnlyList<string> ClassNames => Names;

    /// <summary>24,000 pictures, 2,400 of each class, for training and validation.</summary>
    public LabelledImages Train { get; }

    /// <summary>10,000 pictures, 1,000 of each class, for the final measurement only.</summary>
    public LabelledImages Test { get; }

    /// <summary>
    /// Reads datasets/fashion-mnist, found in or above the working directory, and compares the files with their checksums.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static FashionMnist Load() => Load(DataSetFolder.Find("fashion-mnist"));

    /// <summary>Reads the data set from <paramref name="folder"/>.</summary>
    public static FashionMnist Load(DataSetFolder folder)
    {
        // Decompressing takes most of the time and runs beside the other set's.
        Task<(IdxArray, IdxArray)> test = Task.Run(() => Read(folder, "t10k"));
        (IdxArray images, IdxArray labels) = Read(folder, "train-24k");
        LabelledImages train = ToTensors(images, labels);
        (images, labels) = test.GetAwaiter().GetResult();
        return new FashionMnist(train, ToTensors(images, labels));
    }

    private static (IdxArray Images, IdxArray Labels) Read(DataSetFolder folder, string part)
    {
        string path = folder.FilePath($"{part}-images-idx3-ubyte.gz");
        IdxArray images = IdxArray.Load(path);
        IdxArray labels = IdxArray.Load(folder.FilePath($"{part}-labels-idx1-ubyte.gz"));
        if (images.Dimensions is not [int count, _, _] || labels.Dimensions is not [int labelCount] || count != labelCount)
        {
            string sizes = $"{string.Join(" x ", images.Dimensions)} bytes and its labels {string.Join(" x ", labels.Dimensions)}";
            throw new DataSetException($"{path} holds {sizes}; they do not fit together");
        }

        return (images, labels);
    }

    private static LabelledImages ToTensors(IdxArray images, IdxArray labels)
    {
        float[] pixels = Array.ConvertAll(images.Data, pixel => pixel / 255f);
        long[] classes = Array.ConvertAll(labels.Data, label => (long)label);
        return new LabelledImages(
            tensor(pixels, [images.Dimensions[0], 1, images.Dimensions[1], images.Dimensions[2]]).DetachFromDisposeScope(),
            tensor(classes).DetachFromDisposeScope(), Names);
    }
}
