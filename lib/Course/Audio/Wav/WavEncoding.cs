namespace Course.Audio.Wav;

/// <summary>How the samples of a WAV file are stored.</summary>
public enum WavEncoding
{
    /// <summary>Unsigned whole numbers of 8 bits.</summary>
    Pcm8,

    /// <summary>Signed whole numbers of 16 bits: what players expect.</summary>
    Pcm16,

    /// <summary>Signed whole numbers of 24 bits.</summary>
    Pcm24,

    /// <summary>Signed whole numbers of 32 bits.</summary>
    Pcm32,

    /// <summary>Floating-point numbers of 32 bits, which may lie beyond -1 and 1.</summary>
    Float32,

    /// <summary>Differences of 4 bits, a quarter of <see cref="Pcm16"/>'s size, which cost a little noise.</summary>
    ImaAdpcm,
}
