namespace Course.Data;

/// <summary>One stroke on an instrument of a drum kit.</summary>
/// <param name="Index">Its place in <see cref="Drums.Samples"/>, from 0.</param>
/// <param name="Id">Its kit and file name, for example "black-pearl/PearlTom2-Hard".</param>
/// <param name="Kit">The name of its kit.</param>
/// <param name="Instrument">What was struck, one of <see cref="Drums.Instruments"/>, for example "tom".</param>
/// <param name="Label">The instrument's place in <see cref="Drums.Instruments"/>.</param>
/// <param name="Name">
/// What the kit calls the instrument, for example "Pearl Tom 2"; a kit may have several of one kind, and several strokes of each.
/// </param>
/// <param name="Layer">How hard the stroke is among those of the same name: 1 is the softest.</param>
/// <param name="Layers">The hardest layer; 1 if there is one stroke only. Some layers may be left out.</param>
/// <param name="IsCut">Whether the sound is longer than half a second, so that its end is missing.</param>
public sealed record DrumSample(
    int Index, string Id, string Kit, string Instrument, long Label, string Name, int Layer, int Layers, bool IsCut)
{
    /// <summary>"tom (black-pearl/PearlTom2-Hard)".</summary>
    public override string ToString() => $"{Instrument} ({Id})";
}
