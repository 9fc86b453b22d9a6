using System.Text;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// NumPy's style: nested brackets, one line a row and one empty line more for each dimension that ends. Of long dimensions the first and
/// last few positions are shown.
/// <code>
/// [[[1, 2, 3]
///   [4, 5, 6]]
///
///  [[7, 8, 9]
///   [0, 1, 2]]]
/// </code>
/// </summary>
internal sealed class NumpyText(TextFormat format)
{
    private readonly StringBuilder text = new();

    public static string Of(Tensor x, TextFormat format)
    {
        var writer = new NumpyText(format);
        writer.Write(x, 0);
        return writer.text.ToString();
    }

    private void Write(Tensor x, int depth)
    {
        switch (x.Rank)
        {
            case 0:
                text.Append(ElementText.Of(x, format));
                break;
            case 1:
                text.Append('[').Append(NestedText.Row(x, i => ElementText.Of(x[i], format))).Append(']');
                break;
            default:
                text.Append('[');
                Rows(x, depth + 1);
                text.Append(']');
                break;
        }
    }

    private void Rows(Tensor x, int depth)
    {
        var first = true;
        foreach (var i in TextFormat.Shown(x.Sizes[0], PrintOptions.MaxRows))
        {
            if (!first)
                text.Insert(text.Length, format.NewLine, x.Rank - 1).Append(' ', depth);
            first = false;
            if (i < 0)
                text.Append(TextFormat.Ellipsis);
            else
                Write(x[i], depth);
        }
    }
}
