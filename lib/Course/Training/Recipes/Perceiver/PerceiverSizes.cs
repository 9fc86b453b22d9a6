using Course.Models;

namespace Course.Training.Recipes.Perceiver;

/// <summary>What config.json of a Perceiver checkpoint holds.</summary>
/// <param name="Model">The sizes of the model.</param>
/// <param name="Bands">Frequencies an axis of the places.</param>
/// <param name="Mean">The mean of the training pixels, which is taken from every pixel.</param>
/// <param name="Deviation">Their standard deviation, by which every pixel is divided.</param>
internal sealed record PerceiverSizes(PerceiverConfig Model, long Bands, double Mean, double Deviation)
{
    private const long Side = 28;

    /// <summary>A model of these sizes with random weights.</summary>
    public PerceiverClassifier NewModel(int classes) => new(1, new FourierFeatures(Bands, Side, Side), classes, Model);
}
