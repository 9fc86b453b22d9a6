namespace Course.Data;

/// <summary>A noun's entry in WordNet: what it is called and what it is.</summary>
/// <param name="Index">Its number in <see cref="Glosses.All"/>.</param>
/// <param name="Id">WordNet's offset: "02084071" is the dog.</param>
/// <param name="Topic">The drawer of WordNet that it lies in, for example "animal".</param>
/// <param name="Label">The topic's number in <see cref="Glosses.Topics"/>, the class.</param>
/// <param name="Words">What it is called, the most usual word first.</param>
/// <param name="Definition">What it is, without examples.</param>
public sealed record Gloss(int Index, string Id, string Topic, long Label, IReadOnlyList<string> Words, string Definition);
