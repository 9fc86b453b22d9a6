using Course.Data;
using static TorchSharp.torch;

namespace Course.Audio;

public sealed partial class Sound
{
    /// <summary>Makes a clip of a tensor (C, T) or (T,), values from -1 to 1.</summary>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions, or no samples.</exception>
    public static Sound FromTensor(Tensor samples, int rate)
    {
        if (samples.dim() is not (1 or 2))
            throw new ArgumentException($"a clip needs a tensor (C, T) or (T,), not {samples.ShapeText()}", nameof(samples));
        return new Sound(samples.ToFloats(), samples.dim() == 1 ? 1 : (int)samples.shape[0], rate);
    }

    /// <summary>The samples as a tensor (C, T).</summary>
    public Tensor ToTensor() => tensor(_samples.ToArray(), [Channels, Length]);
}
