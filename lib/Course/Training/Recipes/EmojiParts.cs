using Course.Data;
using Course.Models;
using Course.Training.Runs;

namespace Course.Training.Recipes;

/// <summary>Which emoji a recipe trains on.</summary>
internal static class EmojiParts
{
    /// <summary>All vendors but those held out.</summary>
    /// <exception cref="RunException">None is held out, one is unknown, or none is left.</exception>
    public static string[] TrainingVendors(Emoji emoji, IReadOnlyList<string> holdOut)
    {
        if (holdOut.Count == 0) throw new RunException("no vendor is held out; name at least one to measure on");
        if (holdOut.FirstOrDefault(vendor => !emoji.Vendors.Contains(vendor)) is { } unknown)
            throw new RunException($"there is no vendor {unknown} to hold out; there are {string.Join(", ", emoji.Vendors)}");
        string[] left = [.. emoji.Vendors.Except(holdOut)];
        return left.Length > 0 ? left : throw new RunException("all vendors are held out; leave at least one to train on");
    }

    /// <summary>The concrete concepts that are seen, as indices of the data set: those whose names are nouns.</summary>
    public static int[] ConcreteSeen(Emoji emoji, int unseenConcepts) =>
        [.. emoji.SplitConcepts(unseenConcepts).Seen.Where(i => emoji.Concepts[i].IsConcrete)];

    /// <summary>Their drawings by the given vendors.</summary>
    public static NamedDrawings Drawings(Emoji emoji, IReadOnlyList<string> vendors, int unseenConcepts) =>
        NamedDrawings.Of(emoji, vendors, ConcreteSeen(emoji, unseenConcepts));
}
