using Course.Data;
using Course.Plots;
using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training;

/// <summary>What a classifier says about each picture of a data set, and how often it is right.</summary>
public sealed class Evaluation
{
    private readonly LabelledImages _data;
    private readonly long[] _predicted;
    private readonly float[] _confidence;

    private Evaluation(LabelledImages data, long[] predicted, float[] confidence, double loss)
    {
        (_data, _predicted, _confidence, Loss) = (data, predicted, confidence, loss);
        Confusion = ConfusionOf(data, predicted);
        Accuracy = (double)Enumerable.Range(0, predicted.Length).Count(i => predicted[i] == data.LabelValues[i]) / predicted.Length;
    }

    /// <summary>The mean loss.</summary>
    public double Loss { get; }

    /// <summary>The share of pictures named right.</summary>
    public double Accuracy { get; }

    /// <summary>The class predicted for each picture.</summary>
    public IReadOnlyList<long> Predicted => _predicted;

    /// <summary>The probability of the predicted class.</summary>
    public IReadOnlyList<float> Confidence => _confidence;

    /// <summary>How many pictures of class (row) were predicted as class (column).</summary>
    public int[,] Confusion { get; }

    /// <summary>For each class the share of its pictures that were named right.</summary>
    public IReadOnlyList<double> Recall => Enumerable.Range(0, _data.ClassNames.Count).Select(label =>
    {
        int all = Enumerable.Range(0, _data.ClassNames.Count).Sum(other => Confusion[label, other]);
        return all == 0 ? double.NaN : (double)Confusion[label, label] / all;
    }).ToArray();

    /// <summary>The pictures named wrong, by index, the most confident mistake first.</summary>
    public IReadOnlyList<int> Mistakes => Enumerable.Range(0, _predicted.Length).Where(i => _predicted[i] != _data.LabelValues[i])
        .OrderByDescending(i => _confidence[i]).ToArray();

    /// <summary>Runs <paramref name="model"/> over the data in eval mode, without gradients, and leaves its mode as it was.</summary>
    /// <param name="model">Pictures (B, C, H, W) to logits (B, classes).</param>
    /// <param name="data">The pictures.</param>
    /// <param name="batchSize">Pictures at once.</param>
    /// <param name="loss">The loss of logits and labels; cross-entropy unless given.</param>
    public static Evaluation Of(
        nn.Module<Tensor, Tensor> model, LabelledImages data, int batchSize = 256, Func<Tensor, Tensor, Tensor>? loss = null)
    {
        if (data.Count == 0) throw new ArgumentException("there are no pictures to evaluate on", nameof(data));
        loss ??= (logits, labels) => nn.functional.cross_entropy(logits, labels);
        bool wasTraining = model.training;
        model.eval();
        var predicted = new List<long>(data.Count);
        var confidence = new List<float>(data.Count);
        double total = 0;
        using (no_grad())
            foreach (Batch batch in Batches.Of(data, batchSize))
            {
                using DisposeScope scope = NewDisposeScope();
                Device device = model.parameters().First().device;
                Tensor logits = model.forward(batch.Images.to(device));
                (Tensor best, Tensor label) = nn.functional.softmax(logits, 1).max(1);
                total += loss(logits, batch.Labels.to(device)).item<float>() * batch.Count;
                predicted.AddRange(label.ToLongs());
                confidence.AddRange(best.ToFloats());
            }

        model.train(wasTraining);
        return new Evaluation(data, [.. predicted], [.. confidence], total / data.Count);
    }

    /// <summary>The confusion matrix with its counts.</summary>
    public Chart PlotConfusion(string title = "Confusion matrix") =>
        Plot.Heatmap(Confusion, rows: _data.ClassNames, columns: _data.ClassNames, map: ColorMap.Blues, cellFormat: "0",
            colorLabel: "pictures")
            .WithTitle(title).WithAxes("predicted", "true").WithSize(600, 500);

    /// <summary>The most confident mistakes as pictures: the true class, an arrow, what was predicted.</summary>
    public Picture PictureOfMistakes(int count = 16, int columns = 8)
    {
        int[] shown = Mistakes.Take(count).ToArray();
        if (shown.Length == 0) throw new InvalidOperationException("there are no mistakes to show");
        IEnumerable<string> captions = shown.Select(i => $"{_data.NameOf(i)} → {_data.ClassNames[(int)_predicted[i]]}");
        return PictureGrid.Of(shown.Select(_data.Picture), captions, columns);
    }

    private static int[,] ConfusionOf(LabelledImages data, long[] predicted)
    {
        int classes = data.ClassNames.Count;
        var counts = new int[classes, classes];
        for (int i = 0; i < predicted.Length; i++)
        {
            if (predicted[i] < 0 || predicted[i] >= classes)
                throw new ArgumentException($"the model predicts class {predicted[i]}, but the data has {classes} classes");
            counts[data.LabelValues[i], predicted[i]]++;
        }

        return counts;
    }
}
