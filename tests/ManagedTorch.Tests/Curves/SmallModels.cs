using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Curves;

/// <summary>The sizes of the models in tests/fixtures/parity/curves.py, and what they share.</summary>
internal static class SmallModels
{
    public const int Width = 32, Heads = 4, Steps = 10, Batch = 8, Side = 12, Patch = 4, Classes = 5, Vocabulary = 19, Length = 9, Latents = 6;

    public static Parameter Small(params long[] shape) => new(randn(shape) * 0.02);
}
