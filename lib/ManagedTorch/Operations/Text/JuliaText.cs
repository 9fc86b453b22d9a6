using System.Text;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Julia's style: the metadata, then each matrix as a table whose columns end one under the other. As many columns are shown as fit the
/// line, and of many rows the first and last.
/// <code>
/// [2x2x2], type = Float32, device = cpu
/// [0,..,..] =
///  0.5 10
///    1  2
///
/// [1,..,..] =
///  3 4
///  5 6
/// </code>
/// </summary>
internal sealed class JuliaText(TextFormat format)
{
    private readonly StringBuilder text = new();

    public static string Of(Tensor x, TextFormat format)
    {
        var writer = new JuliaText(format);
        writer.Write(x);
        return writer.text.ToString();
    }

    private void Write(Tensor x)
    {
        text.Append(MetadataText.Of(x));
        switch (x.Rank)
        {
            case 0:
                text.Append(", value = ").Append(ElementText.Of(x, format));
                break;
            case 1:
                text.Append(format.NewLine);
                Table(x.unsqueeze(0));
                break;
            case 2:
                text.Append(format.NewLine);
                Table(x);
                break;
            default:
                Tables(x, []);
                break;
        }
    }

    private void Tables(Tensor x, long[] position)
    {
        if (x.Rank == 2)
        {
            text.Append(format.NewLine).Append('[').AppendJoin(',', position).Append(",..,..] =").Append(format.NewLine);
            Table(x);
            return;
        }

        foreach (var i in TextFormat.Shown(x.Sizes[0], PrintOptions.MaxRows))
            if (i < 0)
                text.Append(format.NewLine).Append(' ').Append(TextFormat.Ellipsis).Append(format.NewLine);
            else
                Tables(x[i], [.. position, i]);
    }

    private void Table(Tensor matrix)
    {
        var rows = TextFormat.Shown(matrix.Sizes[0], PrintOptions.MaxRows).Select(i => i < 0 ? null : Row(matrix[i])).ToList();
        var columns = rows.Min(row => row?.Count) ?? 0;
        var widths = Enumerable.Range(0, columns).Select(j => rows.Max(row => row?[j].Length ?? 0)).ToArray();
        foreach (var row in rows)
        {
            for (var j = 0; row is not null && j < columns; j++)
                text.Append(' ').Append(row[j].PadLeft(widths[j]));
            if (row is null || columns < matrix.Sizes[1])
                text.Append(' ').Append(TextFormat.Ellipsis);
            text.Append(format.NewLine);
        }
    }

    // The elements that fit the line, with room left for the ellipsis.
    private List<string> Row(Tensor row)
    {
        var elements = new List<string>();
        var left = format.Width - TextFormat.Ellipsis.Length - 1;
        for (var i = 0L; i < row.Sizes[0]; i++)
        {
            var element = ElementText.Of(row[i], format);
            left -= element.Length;
            if (left < 0)
                break;
            left--;
            elements.Add(element);
        }

        return elements;
    }
}
