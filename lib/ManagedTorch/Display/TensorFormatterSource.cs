using TorchSharp;

namespace ManagedTorch.Display;

/// <summary>
/// Shows a tensor as a table and as text. Without it a notebook would walk through all properties, each of them a tensor again.
/// </summary>
internal sealed class TensorFormatterSource
{
    /// <summary>.NET Interactive calls this, and the two members of a formatter, by name.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter(), new TextFormatter()];

    private sealed class HtmlFormatter
    {
        public string MimeType => "text/html";

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not torch.Tensor tensor)
                return false;
            TensorTable.Write(tensor, writer);
            return true;
        }
    }

    private sealed class TextFormatter
    {
        public string MimeType => "text/plain";

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not torch.Tensor tensor)
                return false;
            writer.Write(tensor.IsInvalid ? tensor.ToString() : tensor.str());
            return true;
        }
    }
}
