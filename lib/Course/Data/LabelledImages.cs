using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>Pictures with a class each: images (N, C, H, W) as floats from 0 to 1, labels (N) as 64-bit whole numbers.</summary>
public sealed class LabelledImages : IDisposable
{
    private readonly Lazy<long[]> _labels;

    /// <summary>Pairs images (N, C, H, W) with labels (N). The tensors belong to the pair from now on.</summary>
    public LabelledImages(Tensor images, Tensor labels, IReadOnlyList<string> classNames)
    {
        if (images.dim() != 4)
            throw new ArgumentException($"images must have shape (N, C, H, W), not {images.ShapeText()}", nameof(images));
        if (labels.dim() != 1 || labels.shape[0] != images.shape[0])
            throw new ArgumentException($"images {images.ShapeText()} need labels ({images.shape[0]},), not {labels.ShapeText()}",
                nameof(labels));
        (Images, Labels, ClassNames) = (images, labels, classNames);
        _labels = new Lazy<long[]>(() => Labels.ToLongs());
    }

    /// <summary>The pictures, (N, C, H, W), 0 to 1.</summary>
    public Tensor Images { get; }

    /// <summary>The classes, (N), whole numbers from 0.</summary>
    public Tensor Labels { get; }

    /// <summary>The name of each class.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of pictures.</summary>
    public int Count => (int)Images.shape[0];

    /// <summary>The labels as an array.</summary>
    public IReadOnlyList<long> LabelValues => _labels.Value;

    /// <summary>The name of picture <paramref name="index"/>'s class.</summary>
    public string NameOf(int index) => ClassNames[(int)_labels.Value[index]];

    /// <summary>Picture <paramref name="index"/>, to look at.</summary>
    public Picture Picture(int index)
    {
        using DisposeScope scope = NewDisposeScope();
        return Vision.Picture.FromTensor(Images[index]);
    }

    /// <summary>A copy of the pictures at <paramref name="indices"/>, in that order.</summary>
    public LabelledImages Take(IEnumerable<long> indices)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor index = tensor(indices.ToArray(), device: Images.device);
        // Data outlives the scope it happens to be made in.
        Tensor images = Images.index_select(0, index).DetachFromDisposeScope();
        return new LabelledImages(images, Labels.index_select(0, index).DetachFromDisposeScope(), ClassNames);
    }

    /// <summary>
    /// Divides the pictures by <see cref="Splits"/>: the first part gets the share <paramref name="fraction"/> of each class, the second
    /// part the rest.
    /// </summary>
    public (LabelledImages First, LabelledImages Second) Split(double fraction, long seed)
    {
        long[][] parts = Splits.Stratified(LabelValues, [fraction, 1 - fraction], seed);
        return (Take(parts[0]), Take(parts[1]));
    }

    /// <summary>The same pictures on another device.</summary>
    public LabelledImages To(Device device)
    {
        if (device.type == Images.device.type) return this;
        return new LabelledImages(Images.to(device).DetachFromDisposeScope(), Labels.to(device).DetachFromDisposeScope(), ClassNames);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    /// <summary>"24000 pictures (1, 28, 28) of 10 classes".</summary>
    public override string ToString() => $"{Count} pictures {Images.shape[1..].ShapeText()} of {ClassNames.Count} classes";
}
