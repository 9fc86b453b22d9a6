using Course.Data;
using Course.Models;
using Course.Training.Runs;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Perceiver;

/// <summary>The trained Perceiver that the repository keeps in datasets/checkpoints/perceiver.</summary>
public sealed class PerceiverCheckpoint
{
    private const string Name = "perceiver";

    private readonly PerceiverSizes _sizes;

    private PerceiverCheckpoint(PerceiverClassifier model, PerceiverSizes sizes) => (Model, _sizes) = (model, sizes);

    /// <summary>The model, ready to be used (eval mode): normalised pictures (B, 1, 28, 28) to scores (B, 10).</summary>
    public PerceiverClassifier Model { get; }

    /// <summary>The sizes it was trained with.</summary>
    public PerceiverConfig Config => _sizes.Model;

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static PerceiverCheckpoint Load() => Load(CheckpointFolder.Kept(Name, hasTokenizer: false));

    /// <summary>Reads the model that `course train perceiver` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static PerceiverCheckpoint Load(string folder)
    {
        PerceiverSizes sizes = CheckpointFolder.ReadSizes<PerceiverSizes>(folder, Name, sizes => sizes is { Model: not null, Deviation: > 0 });
        PerceiverClassifier model = sizes.NewModel(FashionMnist.ClassNames.Count);
        WeightsFile.LoadInto(model, folder);
        model.eval();
        return new PerceiverCheckpoint(model, sizes);
    }

    /// <summary>Pictures with pixels from 0 to 1 as the model reads them: with the mean and the deviation of its training pixels.</summary>
    public LabelledImages Normalise(LabelledImages pictures) => Normalise(pictures, _sizes.Mean, _sizes.Deviation);

    internal static LabelledImages Normalise(LabelledImages pictures, double mean, double deviation)
    {
        using var scope = NewDisposeScope();
        return new LabelledImages(
            ((pictures.Images - mean) / deviation).DetachFromDisposeScope(), pictures.Labels.clone().DetachFromDisposeScope(),
            pictures.ClassNames);
    }
}
