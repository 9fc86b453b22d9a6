using System.Globalization;
using Course.Training;
using Microsoft.Data.Analysis;

namespace Course.Data;

/// <summary>Tables and training histories as data frames of Microsoft.Data.Analysis, and back.</summary>
public static class DataFrames
{
    /// <summary>A column for each column of the table: numbers as double, everything else as text.</summary>
    public static DataFrame ToDataFrame(this Table table) => new(table.Columns.Select((name, index) =>
    {
        object?[] values = [.. table.Rows.Select(row => row[index])];
        return table.IsNumeric(index)
            ? (DataFrameColumn)new DoubleDataFrameColumn(name, values.Select(value =>
                value is null ? (double?)null : Convert.ToDouble(value, CultureInfo.InvariantCulture)))
            : new StringDataFrameColumn(name, values.Select(value => value is null ? null! : Table.Text(value)));
    }));

    /// <summary>A row for each epoch; the names are those of <see cref="EpochResult"/>.</summary>
    public static DataFrame ToDataFrame(this TrainingHistory history)
    {
        IReadOnlyList<EpochResult> epochs = history.Epochs;
        return new DataFrame(
            new Int32DataFrameColumn(nameof(EpochResult.Epoch), epochs.Select(epoch => epoch.Epoch)),
            Column(nameof(EpochResult.TrainLoss), epoch => epoch.TrainLoss),
            Column(nameof(EpochResult.TrainAccuracy), epoch => epoch.TrainAccuracy),
            Column(nameof(EpochResult.ValidationLoss), epoch => epoch.ValidationLoss),
            Column(nameof(EpochResult.ValidationAccuracy), epoch => epoch.ValidationAccuracy),
            Column(nameof(EpochResult.LearningRate), epoch => epoch.LearningRate),
            Column(nameof(EpochResult.Seconds), epoch => epoch.Seconds));

        DoubleDataFrameColumn Column(string name, Func<EpochResult, double?> value) => new(name, epochs.Select(value));
    }

    /// <summary>The frame as a table that shows itself in a notebook.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rows">Rows shown; what is left is counted.</param>
    public static Table AsTable(this DataFrame frame, int rows = 20) => Table.OfRows(
        [.. frame.Columns.Select(column => column.Name)], frame.Rows.Select(row => (IReadOnlyList<object?>)[.. row]), rows);

    /// <summary>The epochs of a frame that has the columns of <see cref="ToDataFrame(TrainingHistory)"/>.</summary>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public static TrainingHistory ToTrainingHistory(this DataFrame frame)
    {
        foreach (string name in typeof(EpochResult).GetProperties().Select(property => property.Name))
            if (frame.Columns.IndexOf(name) < 0) throw new ArgumentException($"the frame has no column {name}", nameof(frame));
        var history = new TrainingHistory((int)frame.Rows.Count);
        foreach (DataFrameRow row in frame.Rows)
            history.Add(new EpochResult(
                Convert.ToInt32(row[nameof(EpochResult.Epoch)], CultureInfo.InvariantCulture),
                Number(row, nameof(EpochResult.TrainLoss)) ?? double.NaN,
                Number(row, nameof(EpochResult.TrainAccuracy)) ?? double.NaN,
                Number(row, nameof(EpochResult.ValidationLoss)),
                Number(row, nameof(EpochResult.ValidationAccuracy)),
                Number(row, nameof(EpochResult.LearningRate)) ?? double.NaN,
                Number(row, nameof(EpochResult.Seconds)) ?? double.NaN));
        return history;
    }

    private static double? Number(DataFrameRow row, string column) =>
        row[column] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
}
