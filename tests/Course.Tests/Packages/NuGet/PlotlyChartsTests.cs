using System.Text.Json.Nodes;
using Course.Plots;
using Plotly.NET;

namespace Course.Tests.Packages;

/// <summary>Figures of the course as charts of Plotly.NET.</summary>
public sealed class PlotlyChartsTests
{
    [Fact]
    public void A_figure_comes_back_with_the_same_traces_and_axes()
    {
        Course.Plots.Chart figure = Plot.Line([1, 2, 3], [0.5, 0.25, 0.125], name: "loss").WithTitle("Training").WithAxes("epoch", "loss");
        GenericChart chart = figure.ToGenericChart();
        JsonNode expected = JsonNode.Parse(figure.ToPlotlyJson())!, actual = JsonNode.Parse(chart.ToPlotlyJson())!;
        Assert.True(JsonNode.DeepEquals(expected["data"], actual["data"]), actual["data"]!.ToJsonString());
        foreach (var (name, value) in expected["layout"]!.AsObject())
            Assert.True(JsonNode.DeepEquals(value, actual["layout"]![name]), $"layout.{name}: {actual["layout"]![name]?.ToJsonString()}");
    }
}
