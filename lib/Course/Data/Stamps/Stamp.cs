namespace Course.Data;

/// <summary>One stamp: a picture and what it shows.</summary>
/// <param name="Index">Its place in <see cref="Stamps.Items"/>, from 0.</param>
/// <param name="Name">What it shows, as a plain English noun phrase, for example "pink flamingo".</param>
/// <param name="Caption">Its English caption, which is what is spoken, for example "A pink flamingo."</param>
/// <param name="Category">Its folder, for example "animals/birds".</param>
/// <param name="Kind">Photograph or drawing.</param>
/// <param name="Id">Its category and file name, for example "animals/birds/pink_flamingo".</param>
/// <param name="Concept">What it is about: stamps of the same thing have the same concept, for example "flamingo".</param>
/// <param name="Captions">The caption in other languages, by their two letters; not every stamp has all.</param>
public sealed record Stamp(int Index, string Name, string Caption, string Category, StampKind Kind, string Id, string Concept,
    IReadOnlyDictionary<string, string> Captions)
{
    /// <summary>The first part of the category, for example "animals".</summary>
    public string Group => Category.Split('/')[0];

    /// <summary>"pink flamingo (animals/birds/pink_flamingo)".</summary>
    public override string ToString() => $"{Name} ({Id})";
}
