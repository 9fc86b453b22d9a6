namespace Course.Data;

/// <summary>One emoji as an idea, whoever draws it.</summary>
/// <param name="Index">Its place in <see cref="Emoji.Concepts"/>, from 0.</param>
/// <param name="Hexcode">Its Unicode code points in hexadecimal, joined by hyphens, for example "1F427".</param>
/// <param name="Label">Its English name, for example "penguin".</param>
/// <param name="Tags">Words people look for it with, at least one.</param>
/// <param name="Group">One of the eight groups, for example "animals-nature".</param>
/// <param name="Subgroup">Its part of the group, for example "animal-bird".</param>
public sealed record EmojiConcept(int Index, string Hexcode, string Label, IReadOnlyList<string> Tags, string Group, string Subgroup)
{
    private static readonly HashSet<string> ConcreteGroups = ["animals-nature", "food-drink", "travel-places", "activities", "objects"];

    /// <summary>True for things that can be seen in the world: animals, food, places, activities and objects.</summary>
    public bool IsConcrete => ConcreteGroups.Contains(Group);

    /// <summary>"penguin (1F427)".</summary>
    public override string ToString() => $"{Label} ({Hexcode})";
}
