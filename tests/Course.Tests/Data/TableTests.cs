using Course.Data;

namespace Course.Tests.Data;

public sealed class TableTests
{
    [Fact]
    public void Records_line_up_with_numbers_on_the_right()
    {
        Table table = Table.Of([new Score("ViT", 0.88125, 12), new Score("CNN, wide", 0.5, 1234567)]);
        Assert.Equal("Model      Accuracy    Count\nViT          0.8813       12\nCNN, wide       0.5  1234567", table.ToString());
    }

    [Fact]
    public void What_is_left_is_counted()
    {
        Table table = Table.Of(Enumerable.Range(0, 25), rows: 3);
        Assert.Equal((3, 22), (table.Rows.Count, table.RowsLeft));
        Assert.Equal("Value\n    0\n    1\n    2\n... and 22 more", table.ToString());
    }

    [Fact]
    public void Tuples_anonymous_objects_texts_and_nulls_are_records_too()
    {
        Assert.Equal("Item1  Item2\na          1", Table.Of([("a", 1)]).ToString());
        Assert.Equal("name  n\na     1", Table.Of([("a", 1)], columns: ["name", "n"]).ToString());
        Assert.Equal("x  y\n1  b", Table.Of([new { x = 1, y = "b" }]).ToString());
        Assert.Equal("Value\none", Table.Of(["one"]).ToString());
        Assert.Equal("Model  Accuracy  Count", Table.Of([(Score?)null]).ToString().TrimEnd().Split('\n')[0]);
        Assert.Equal("Value", Table.Of(Array.Empty<int>()).ToString());
    }

    [Theory]
    [InlineData(3.0, "3")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(1234.56, "1234.6")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(123456.7, "1.235e5")]
    [InlineData(double.NaN, "NaN")]
    public void Fractions_show_the_digits_that_count(double value, string shown) => Assert.Equal(shown, Table.Text(value));

    [Fact]
    public void Long_texts_are_cut_and_stay_on_one_line()
    {
        string text = Table.Of([new string('x', 100), "two\nlines"]).ToString();
        Assert.Equal($"Value\n{new string('x', 57)}...\ntwo lines", text);
    }

    [Fact]
    public void Wrong_use_is_explained()
    {
        Assert.Contains("at least one row", Assert.Throws<ArgumentException>(() => Table.Of([1], rows: 0)).Message);
        var error = Assert.Throws<ArgumentException>(() => Table.Of([("a", 1)], columns: ["only"]));
        Assert.Contains("1 names for 2 columns (Item1, Item2)", error.Message);
    }

    private sealed record Score(string Model, double Accuracy, int Count);
}
