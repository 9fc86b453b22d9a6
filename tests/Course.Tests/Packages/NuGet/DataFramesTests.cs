using Course.Data;
using Course.Training;
using Microsoft.Data.Analysis;

namespace Course.Tests.Packages;

/// <summary>Tables and histories as data frames.</summary>
public sealed class DataFramesTests
{
    [Fact]
    public void A_history_comes_back_as_it_was()
    {
        var history = new TrainingHistory(2);
        history.Add(new EpochResult(1, 2.5, 0.25, 2.25, 0.5, 1e-3, 1.5));
        history.Add(new EpochResult(2, 1.5, 0.5, null, null, 5e-4, 1.25));
        DataFrame frame = history.ToDataFrame();
        Assert.Equal(2, frame.Rows.Count);
        Assert.Equal(1, frame["ValidationLoss"].NullCount);
        Assert.Equal(history.Epochs, frame.ToTrainingHistory().Epochs);
    }

    [Fact]
    public void A_table_keeps_numbers_and_texts()
    {
        DataFrame frame = Table.Of([("ViT", 0.875), ("CNN", 0.5)], columns: ["model", "accuracy"]).ToDataFrame();
        Assert.IsType<DoubleDataFrameColumn>(frame["accuracy"]);
        Table back = frame.AsTable();
        Assert.Equal(["model", "accuracy"], back.Columns);
        Assert.Equal(["CNN", 0.5], back.Rows[1]);
    }

    [Fact]
    public void A_frame_that_is_no_history_says_which_column_is_missing() => Assert.Contains(
        "no column Epoch", Assert.Throws<ArgumentException>(() => new DataFrame(new DoubleDataFrameColumn("x", [1.0])).ToTrainingHistory()).Message);
}
