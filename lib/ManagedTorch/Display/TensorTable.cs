using System.Globalization;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Display;

/// <summary>
/// A tensor as a plain HTML table (no style sheet, no script): element type and shape as the caption, then the first and last elements of
/// the last two dimensions; of the dimensions before them, the first position.
/// </summary>
internal static class TensorTable
{
    private const int Edge = 3;
    private const string Gap = "&#8943;";

    public static void Write(Tensor tensor, TextWriter writer)
    {
        if (tensor.IsInvalid)
        {
            writer.Write("<p>disposed tensor</p>");
            return;
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var shown = tensor.detach();
        var where = string.Empty;
        while (shown.Rank > 2 && shown.Sizes[0] > 0)
        {
            shown = shown[0];
            where += "0, ";
        }

        var gradient = tensor.requires_grad ? ", requires_grad" : string.Empty;
        writer.Write($"<table><caption>{tensor.dtype} {Layout.Text(tensor.Sizes)}{gradient}");
        writer.Write(where.Length > 0 ? $"; [{where}:, :] is shown</caption>" : "</caption>");
        writer.Write("<tbody>");
        if (shown.Count > 0)
            WriteRows(shown.reshape(shown.Rank == 2 ? shown.Sizes : [1, shown.Count]), writer);
        writer.Write("</tbody></table>");
    }

    private static void WriteRows(Tensor matrix, TextWriter writer)
    {
        foreach (var row in Shown(matrix.Sizes[0]))
        {
            writer.Write("<tr>");
            foreach (var column in Shown(matrix.Sizes[1]))
                writer.Write($"<td>{(row < 0 || column < 0 ? Gap : Element(matrix[row, column]))}</td>");
            writer.Write("</tr>");
        }
    }

    private static string Element(Tensor x) => x.Type == ScalarType.Bool
        ? x.item<bool>() ? "true" : "false"
        : DTypes.IsFloating(x.Type) ? x.ToScalar().AsDouble.ToString("G5", CultureInfo.InvariantCulture)
        : x.ToScalar().AsLong.ToString(CultureInfo.InvariantCulture);

    // All positions, or the first and last few with -1 between them.
    private static IEnumerable<long> Shown(long length)
    {
        for (var i = 0L; i < length; i++)
        {
            if (length > (2 * Edge) + 1 && i == Edge)
            {
                yield return -1;
                i = length - Edge;
            }

            yield return i;
        }
    }
}
