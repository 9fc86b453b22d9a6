using System.Dynamic;
using Microsoft.FSharp.Collections;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace Course.Plots;

/// <summary>
/// Figures of the course as charts of Plotly.NET, by way of Plotly's own JSON, and the JSON of such charts. Axes and layout arrive as plain
/// JSON, so Plotly.NET shows them, and replaces rather than reads them where a chart is styled further.
/// </summary>
public static class PlotlyCharts
{
    /// <summary>The same chart in Plotly.NET.</summary>
    public static GenericChart ToGenericChart(this Figure figure)
    {
        JObject json = JObject.Parse(figure.ToPlotlyJson());
        var traces = json["data"]!.Children<JObject>().Select(data => Filled(new Trace((string)data["type"]!), data));
        return GenericChart.fromFigure(global::Plotly.NET.Figure.create(
            ListModule.OfSeq(traces), Filled(new Layout(), (JObject)json["layout"]!)));
    }

    /// <summary>The chart as Plotly's JSON object with "data" and "layout", as <see cref="Figure.ToPlotlyJson"/> gives it.</summary>
    public static string ToPlotlyJson(this GenericChart chart)
    {
        JObject json = JObject.Parse(GenericChart.toFigureJson(chart));
        return new JObject(new JProperty("data", json["data"]), new JProperty("layout", json["layout"]))
            .ToString(Newtonsoft.Json.Formatting.None);
    }

    private static T Filled<T>(T target, JObject values)
        where T : DynamicObject
    {
        foreach (JProperty property in values.Properties())
            if (property.Name != "type" || target is not Trace)
                target.TrySetMember(new Member(property.Name), property.Value);
        return target;
    }

    /// <summary>The name of a property, for an object whose properties are known only as it runs.</summary>
    private sealed class Member(string name) : SetMemberBinder(name, ignoreCase: false)
    {
        public override DynamicMetaObject FallbackSetMember(
            DynamicMetaObject target, DynamicMetaObject value, DynamicMetaObject? errorSuggestion) =>
            throw new NotSupportedException($"'{Name}' cannot be set on {target.LimitType}");
    }
}
