namespace Course.Data;

/// <summary>One creature doing one thing in one direction.</summary>
/// <param name="Index">Its place in <see cref="Animations.Clips"/>, from 0.</param>
/// <param name="Creature">Who, for example "skeleton mage".</param>
/// <param name="Family">The body that the creature shares with its look-alikes, for example "skeleton".</param>
/// <param name="Action">What, in the game's word: stance, run, swing, cast, shoot, block, hit, die, critdie or spawn.</param>
/// <param name="Phrase">The action in plain English, for example "casts a spell".</param>
/// <param name="Direction">Where it faces on the screen: "north" is up, away from the viewer, "west" is left.</param>
/// <param name="Frames">How many pictures, 4 to 8.</param>
/// <param name="FramesPerSecond">How many of them the game shows in a second.</param>
/// <param name="Plays">How the game plays the clip.</param>
/// <param name="Source">The files of the game that it was cut from.</param>
public sealed record AnimatedClip(
    int Index, string Creature, string Family, string Action, string Phrase, string Direction, int Frames, double FramesPerSecond,
    ClipPlay Plays, string Source)
{
    /// <summary>"skeleton mage casts a spell, facing southwest".</summary>
    public override string ToString() => $"{Creature} {Phrase}, facing {Direction}";
}
