using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// C#'s style: the metadata, then an array as C# writes it.
/// <code>
/// [2x2x2], type = Float32, device = cpu, value =
/// float [,,] {
///  {{1f, 2f},
///   {3f, 4f}},
///  {{5f, 6f},
///   {7f, 8f}}
/// }
/// </code>
/// </summary>
internal sealed class CSharpText(TextFormat format)
{
    private readonly StringBuilder text = new();

    public static string Of(Tensor x, TextFormat format)
    {
        var writer = new CSharpText(format);
        writer.Write(x);
        return writer.text.ToString();
    }

    private void Write(Tensor x)
    {
        text.Append(MetadataText.Of(x)).Append(", value = ");
        if (x.Rank == 0)
        {
            text.Append(ElementText.Of(x, format));
            return;
        }

        if (x.Rank > 1)
            text.Append(format.NewLine);
        text.Append(TypeName(x.Type)).Append(" [").Append(',', x.Rank - 1).Append("] ");
        if (x.Rank == 1)
        {
            Nested(x, 1);
            return;
        }

        text.Append('{').Append(format.NewLine).Append(' ');
        Rows(x, 1);
        text.Append(format.NewLine).Append('}');
    }

    private void Nested(Tensor x, int depth)
    {
        text.Append('{');
        if (x.Rank == 1)
            text.Append(NestedText.Row(x, i => Element(x[i])));
        else
            Rows(x, depth + 1);
        text.Append('}');
    }

    private void Rows(Tensor x, int depth)
    {
        var separator = string.Empty;
        foreach (var i in TextFormat.Shown(x.Sizes[0], PrintOptions.MaxRows))
        {
            text.Append(separator);
            if (i < 0)
                text.Append(TextFormat.Ellipsis);
            else
                Nested(x[i], depth);
            // No comma follows the ellipsis.
            separator = (i < 0 ? string.Empty : ",") + format.NewLine + new string(' ', depth);
        }
    }

    private string Element(Tensor x)
    {
        var element = ElementText.Of(x, format);
        return x.Type switch
        {
            ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => element + "f",
            ScalarType.Bool => element.ToLowerInvariant(),
            _ => element,
        };
    }

    private static string TypeName(ScalarType type) => type switch
    {
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Bool => "bool",
        ScalarType.ComplexFloat32 => "complex32",
        ScalarType.ComplexFloat64 => "complex64",
        _ => type.ToString().ToLowerInvariant(),
    };
}
