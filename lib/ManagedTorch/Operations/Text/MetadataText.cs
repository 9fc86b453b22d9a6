using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Shape, element type and device: "[2x3], type = Float32, device = cpu".</summary>
internal static class MetadataText
{
    public static string Of(Tensor x) => $"[{string.Join("x", x.Sizes)}], type = {x.dtype}, device = {x.device}";
}
