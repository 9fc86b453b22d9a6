namespace Course.Audio.Wav;

/// <summary>What the chunk 'fmt ' of a WAV file tells.</summary>
/// <param name="Encoding">How the samples are stored.</param>
/// <param name="Channels">1 for mono, 2 for stereo.</param>
/// <param name="Rate">Samples a second of each channel.</param>
/// <param name="BlockBytes">Bytes of a block: one sample of each channel, or with IMA ADPCM many.</param>
internal sealed record WavFormat(WavEncoding Encoding, int Channels, int Rate, int BlockBytes);
