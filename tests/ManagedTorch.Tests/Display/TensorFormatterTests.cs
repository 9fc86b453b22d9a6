using System.Text.RegularExpressions;
using System.Xml.Linq;
using ManagedTorch.Display;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Display;

/// <summary>What a notebook shows of a tensor, through the members that .NET Interactive calls by name.</summary>
public sealed class TensorFormatterTests
{
    [Fact]
    public void A_matrix_is_a_table_under_its_type_and_shape() => Assert.Equal(
        "<table><caption>Float32 (2, 2)</caption><tbody><tr><td>1</td><td>-2.5</td></tr><tr><td>0</td><td>1E+06</td></tr></tbody></table>",
        Show("text/html", tensor(new[] { 1f, -2.5f, 0f, 1e6f }).reshape(2, 2)));

    [Theory]
    [InlineData(8, 8, 49)]
    [InlineData(7, 100, 49)]
    [InlineData(1000, 2, 14)]
    [InlineData(0, 3, 0)]
    public void Long_dimensions_are_abbreviated(long rows, long columns, int cells) =>
        Assert.Equal(cells, XDocument.Parse(Show("text/html", zeros(rows, columns))).Descendants("td").Count());

    [Theory]
    [InlineData("Int64 ()", "7", new long[0])]
    [InlineData("Int64 (1,)", "7", new long[] { 1 })]
    [InlineData("Int64 (1, 1, 1, 1); [0, 0, :, :] is shown", "7", new long[] { 1, 1, 1, 1 })]
    public void Every_rank_has_a_table(string caption, string element, long[] shape)
    {
        var table = XDocument.Parse(Show("text/html", full(shape, 7L)));
        Assert.Equal(caption, table.Descendants("caption").Single().Value);
        Assert.Equal(element, table.Descendants("td").Single().Value);
    }

    [Fact]
    public void There_is_no_script_and_no_style() =>
        Assert.DoesNotMatch(new Regex("script|style|class|on[a-z]+=", RegexOptions.IgnoreCase), Show("text/html", randn(20, 20).requires_grad_()));

    [Fact]
    public void Text_stays_what_str_gives()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Equal(x.str(), Show("text/plain", x));
    }

    [Fact]
    public void A_disposed_tensor_shows_as_such()
    {
        var x = ones(2);
        x.Dispose();
        Assert.Contains("disposed", Show("text/html", x));
    }

    private static string Show(string type, Tensor x)
    {
        var source = new TensorFormatterSource().CreateTypeFormatters()
            .Single(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)! == type);
        using var text = new StringWriter();
        Assert.True((bool)source.GetType().GetMethod("Format")!.Invoke(source, new object[] { x, text })!);
        return text.ToString();
    }
}
