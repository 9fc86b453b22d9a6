namespace Course.Data;

/// <summary>One kind of fighter of The Battle for Wesnoth.</summary>
/// <param name="Index">Its place in <see cref="Battles.Units"/>, from 0.</param>
/// <param name="Id">What no other unit is called: the game's name for it and, if it is not the only one, the form.</param>
/// <param name="Name">Its English name, for example "Elvish Marksman"; forms may share it.</param>
/// <param name="Form">"male", "female" or a variation such as "mounted"; empty if there is one form only.</param>
/// <param name="Race">For example "elf" or "undead".</param>
/// <param name="Line">The first of the units that rise to one another's level, for example "Elvish Archer"; they look much alike.</param>
/// <param name="Level">Its experience, 0 to 5.</param>
/// <param name="Alignment">lawful, neutral, chaotic or liminal: when it fights best, by day, always, by night or at dusk.</param>
/// <param name="Description">Some sentences about it in English.</param>
/// <param name="Source">The file of the game that it comes from.</param>
public sealed record BattleUnit(
    int Index, string Id, string Name, string Form, string Race, string Line, int Level, string Alignment, string Description,
    string Source)
{
    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}
