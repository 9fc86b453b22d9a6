namespace Course.Data;

/// <summary>One unit doing one thing.</summary>
/// <param name="Index">Its place in <see cref="Battles.Clips"/>, from 0.</param>
/// <param name="Unit">Who.</param>
/// <param name="Action">What: attack, death, idle or standing.</param>
/// <param name="Phrase">The action in plain English, for example "attacks with its longbow".</param>
/// <param name="Weapon">What it attacks with, for example "longbow"; empty for other actions.</param>
/// <param name="Damage">blade, pierce, impact, fire, cold or arcane; empty for other actions.</param>
/// <param name="Range">melee or ranged; empty for other actions.</param>
/// <param name="Facing">Where it faces on the screen: southeast, south, north or northeast.</param>
/// <param name="Milliseconds">How long each frame is shown.</param>
/// <param name="SoundName">The sound's file without its ending; empty if the clip is silent.</param>
public sealed record BattleClip(
    int Index, BattleUnit Unit, string Action, string Phrase, string Weapon, string Damage, string Range, string Facing,
    IReadOnlyList<int> Milliseconds, string SoundName)
{
    /// <summary>The unit's race.</summary>
    public string Race => Unit.Race;

    /// <summary>How many pictures, 4 to 16.</summary>
    public int Frames => Milliseconds.Count;

    /// <summary>How many of them are shown in a second on average.</summary>
    public double FramesPerSecond => 1000.0 * Frames / Milliseconds.Sum();

    /// <summary>Whether there is a sound to the clip.</summary>
    public bool HasSound => SoundName.Length > 0;

    /// <summary>"Elvish Marksman (female) attacks with its longbow".</summary>
    public override string ToString() => $"{Unit} {Phrase}";
}
