using TorchSharp;

namespace ManagedTorch.Display;

/// <summary>Shows a tensor as text. Without it a notebook would walk through all properties, each of them a tensor again.</summary>
internal sealed class TensorFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new TextFormatter()];

    /// <summary>.NET Interactive calls the two members by name.</summary>
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
