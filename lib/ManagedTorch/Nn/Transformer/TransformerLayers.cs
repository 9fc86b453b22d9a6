using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes the layers of encoders and decoders.</summary>
internal static class TransformerLayers
{
    /// <summary>As many new layers as wanted, each with the values of the given one.</summary>
    internal static ModuleList<T> Copies<T>(T original, Func<T> create, long count) where T : nn.Module
    {
        if (count < 1)
        {
            throw new ArgumentException($"{typeof(T).Name}: expects at least one layer, got {count}");
        }
        List<T> layers = [];
        for (long i = 0; i < count; i++)
        {
            T layer = create();
            using (no_grad())
            {
                foreach ((Parameter copy, Parameter source) in layer.parameters().Zip(original.parameters()))
                {
                    copy.copy_(source);
                }
            }
            layers.Add(layer);
        }
        return new ModuleList<T>([.. layers]);
    }
}
