// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Classes of an array with any number of axes: values (B, V, sizes...) to scores (B, K). Each element carries its place, and one learned
/// query asks for the class.
/// </summary>
public sealed class PerceiverClassifier : nn.Module<Tensor, Tensor>
{
    private readonly PerceiverIO io;
    private readonly FourierFeatures? features;
    private readonly long values;

    /// <summary>A classifier with random weights from torch's generator.</summary>
    /// <param name="values">V, the numbers of an element: 1 for grey pixels or sound, 3 for colours.</param>
    /// <param name="features">What is said about the place of an element; null: nothing, and the input is a bag of values.</param>
    /// <param name="classes">K.</param>
    /// <param name="config">The sizes.</param>
    public PerceiverClassifier(long values, FourierFeatures? features, long classes, PerceiverConfig config)
        : base(nameof(PerceiverClassifier))
    {
        (this.values, this.features) = (values, features);
        io = new PerceiverIO(values + (features?.Channels ?? 0), config, classes);
        RegisterComponents();
    }

    /// <summary>The part that reads the input.</summary>
    public PerceiverEncoder Encoder => io.Encoder;

    /// <inheritdoc/>
    public override Tensor forward(Tensor array) => io.call(WithPlaces(array)).squeeze(1);          // (B, K)

    /// <summary>The elements as the encoder reads them: values, then places, (B, M, C).</summary>
    public Tensor WithPlaces(Tensor array)
    {
        if (array.dim() < 3 || array.shape[1] != values)
            throw new ArgumentException($"Expected an array of shape (B, {values}, sizes...), not ({string.Join(", ", array.shape)}).");
        var elements = array.flatten(2).transpose(1, 2);                                            // (B, M, V)
        if (features is null) return elements;
        var places = features.OfGrid(array.device);                                                 // (M, C - V)
        if (places.shape[0] != elements.shape[1])
            throw new ArgumentException($"The array has {elements.shape[1]} elements, and there are {places.shape[0]} places.");
        return cat(new[] { elements, places.expand(array.shape[0], -1, -1) }, 2);                   // (B, M, C)
    }
}
