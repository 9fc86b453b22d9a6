using Course.Audio;

namespace Course.Display;

/// <summary>Shows an <see cref="Sound"/> as a player below its waveform, in plain HTML that holds the sound itself.</summary>
internal sealed class SoundFormatterSource
{
    /// <summary>A stored notebook holds what it plays: a minute of speech is 2.5 MB.</summary>
    private static readonly TimeSpan LongestPlayed = TimeSpan.FromMinutes(1);

    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Sound>("text/html", Html);
        yield return new MimeFormatter<Sound>("text/plain", clip => clip.ToString());
    }

    private static string Html(Sound clip)
    {
        Sound played = clip.Duration <= LongestPlayed ? clip : clip.Slice(TimeSpan.Zero, LongestPlayed);
        string picture = Convert.ToBase64String(Waveform.Of(played).ToPng());
        string note = ReferenceEquals(played, clip) ? "" : $", the first {LongestPlayed.TotalSeconds:0} s";
        return $"""
            <figure style="margin: 0; max-width: 600px">
            <img alt="waveform of the clip" style="width: 100%" src="data:image/png;base64,{picture}">
            <audio controls style="width: 100%" src="data:audio/wav;base64,{Convert.ToBase64String(played.ToWav())}"></audio>
            <figcaption>{clip}{note}</figcaption>
            </figure>
            """.ReplaceLineEndings("\n");
    }
}
