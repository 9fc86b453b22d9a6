namespace TorchSharp.Modules;

/// <summary>Pads depth, height and width with the input mirrored at its edge.</summary>
public sealed class ReflectionPad3d : PadBase
{
    internal ReflectionPad3d(long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
    {
    }
}
