using System.Net;
using System.Text;
using Course.Data;
using Course.Vision;

namespace Course.Display;

/// <summary>Shows a <see cref="Table"/> as plain HTML, without script or style sheet.</summary>
internal sealed class TableFormatterSource
{
    /// <summary>Pictures in a table are shown this high.</summary>
    private const int PictureHeight = 64;

    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Table>("text/html", Html);
        yield return new MimeFormatter<Table>("text/plain", table => table.ToString());
    }

    private static string Html(Table table)
    {
        string[] styles = [.. table.Columns.Select((_, column) => Style(table.IsNumeric(column)))];
        var html = new StringBuilder("<table>\n<thead><tr>");
        for (int c = 0; c < table.Columns.Count; c++) html.Append($"<th{styles[c]}>{WebUtility.HtmlEncode(table.Columns[c])}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<object?> row in table.Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < row.Count; c++) html.Append($"<td{styles[c]}>{Cell(row[c])}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>");
        if (table.RowsLeft > 0) html.Append($"\n<p>... and {table.RowsLeft} more</p>");
        return html.ToString();
    }

    private static string Style(bool isNumeric) => $" style=\"text-align: {(isNumeric ? "right" : "left")}\"";

    private static string Cell(object? value) => value is Picture picture
        ? $"<img alt=\"{picture}\" height=\"{PictureHeight}\" src=\"data:image/png;base64,{Convert.ToBase64String(picture.ToPng())}\">"
        : WebUtility.HtmlEncode(Table.Text(value));
}
