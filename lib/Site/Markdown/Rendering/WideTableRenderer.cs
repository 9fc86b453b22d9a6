using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Site.Markdown.Rendering;

/// <summary>A table that can be scrolled sideways where it is wider than the page; columns aligned to the right hold numbers.</summary>
internal sealed class WideTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.WriteLine("<div class=\"wide\"><table>");
        var rows = table.Cast<TableRow>().ToList();
        renderer.Write("<thead>");
        Rows(rows.Where(row => row.IsHeader), "th");
        renderer.Write("</thead>\n<tbody>\n");
        Rows(rows.Where(row => !row.IsHeader), "td");
        renderer.WriteLine("</tbody></table></div>");

        void Rows(IEnumerable<TableRow> some, string tag)
        {
            foreach (var row in some)
            {
                renderer.Write("<tr>");
                for (var column = 0; column < row.Count; column++)
                {
                    Cell((TableCell)row[column], table.ColumnDefinitions.ElementAtOrDefault(column), tag);
                }

                renderer.WriteLine("</tr>");
            }
        }

        void Cell(TableCell cell, TableColumnDefinition? column, string tag)
        {
            renderer.Write(column?.Alignment == TableColumnAlign.Right ? $"<{tag} class=\"number\">" : $"<{tag}>");
            foreach (var text in cell.OfType<LeafBlock>())
            {
                renderer.WriteLeafInline(text);
            }

            renderer.Write($"</{tag}>");
        }
    }
}
