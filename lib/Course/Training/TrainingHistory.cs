using System.Globalization;
using System.Text;
using Course.Plots;

namespace Course.Training;

/// <summary>The epochs of a training run.</summary>
public sealed class TrainingHistory
{
    private readonly List<EpochResult> _epochs = [];

    internal TrainingHistory(int plannedEpochs) => PlannedEpochs = plannedEpochs;

    /// <summary>The finished epochs, in order.</summary>
    public IReadOnlyList<EpochResult> Epochs => _epochs;

    /// <summary>How many epochs were asked for.</summary>
    public int PlannedEpochs { get; }

    /// <summary>True if the run was stopped before its end; the epoch that was running is not in the list.</summary>
    public bool WasStopped { get; internal set; }

    /// <summary>
    /// The epoch of the highest validation accuracy (training accuracy without validation data); null before the first one.
    /// </summary>
    public EpochResult? Best => _epochs.MaxBy(epoch => epoch.ValidationAccuracy ?? epoch.TrainAccuracy);

    /// <summary>The time of all finished epochs.</summary>
    public double Seconds => _epochs.Sum(epoch => epoch.Seconds);

    /// <summary>Loss and accuracy over the epochs, side by side.</summary>
    public FigureGrid Plot(string? title = null)
    {
        int[] numbers = _epochs.Select(epoch => epoch.Epoch).ToArray();
        Chart loss = Plots.Plot.Line(numbers, _epochs.Select(epoch => epoch.TrainLoss), name: "training", markers: true);
        Chart accuracy = Plots.Plot.Line(numbers, _epochs.Select(epoch => epoch.TrainAccuracy), name: "training", markers: true);
        if (_epochs.Any(epoch => epoch.ValidationLoss is not null))
        {
            loss = loss.AddLine(numbers, _epochs.Select(epoch => epoch.ValidationLoss ?? double.NaN), name: "validation", markers: true);
            accuracy = accuracy.AddLine(numbers, _epochs.Select(epoch => epoch.ValidationAccuracy ?? double.NaN), name: "validation",
                markers: true);
        }

        FigureGrid grid = Plots.Plot.Grid(
            [loss.WithTitle("Loss").WithAxes("epoch", null), accuracy.WithTitle("Accuracy").WithAxes("epoch", null).WithFormats(y: "0 %")],
                columns: 2);
        return title is null ? grid : grid.WithTitle(title);
    }

    /// <summary>A line for each epoch, and whether the run was stopped.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (EpochResult epoch in _epochs)
        {
            CultureInfo plain = CultureInfo.InvariantCulture;
            text.Append(plain, $"epoch {epoch.Epoch,3}  loss {epoch.TrainLoss:0.000}  accuracy {epoch.TrainAccuracy:0.0 %}");
            if (epoch.ValidationLoss is { } loss)
                text.Append(plain, $"  validation loss {loss:0.000}  accuracy {epoch.ValidationAccuracy:0.0 %}");
            text.Append(plain, $"  learning rate {epoch.LearningRate:0.######}  {epoch.Seconds:0.0} s\n");
        }

        if (WasStopped) text.Append($"stopped after {_epochs.Count} of {PlannedEpochs} epochs\n");
        return text.ToString().TrimEnd('\n');
    }

    internal void Add(EpochResult epoch) => _epochs.Add(epoch);
}
