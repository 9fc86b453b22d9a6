using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes.QFormer;

/// <summary>The trained Q-Former that the repository keeps in datasets/checkpoints/qformer, and its tokenizer.</summary>
public sealed class QFormerCheckpoint
{
    private QFormerCheckpoint(QFormerModels models, BytePairTokenizer tokenizer) => (Models, Tokenizer) = (models, tokenizer);

    /// <summary>Stage 1 and the bridges, ready to be used (eval mode).</summary>
    public QFormerModels Models { get; }

    /// <summary>The tokenizer, that of the language model.</summary>
    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Reads the kept checkpoint and compares its files with their checksums.</summary>
    /// <exception cref="DataSetException">A file is missing or changed.</exception>
    public static QFormerCheckpoint Load() => Load(CheckpointFolder.Kept("qformer"));

    /// <summary>Reads the models that `course train qformer` wrote into <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or does not belong to the others.</exception>
    public static QFormerCheckpoint Load(string folder)
    {
        var models = new QFormerModels(CheckpointFolder.ReadSizes<QFormerSizes>(folder, "qformer", sizes => sizes.QFormer is not null));
        WeightsFile.LoadInto(models, folder);
        models.eval();
        return new QFormerCheckpoint(models, BytePairTokenizer.Load(folder));
    }
}
