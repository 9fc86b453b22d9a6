namespace Course.Data;

/// <summary>
/// Holds groups of clips out, the test's first and then the validation's. What a held-out clip shows must be known from training clips:
/// a group is passed over if less than half of the clips of something would be left.
/// </summary>
internal static class ClipSplits
{
    /// <param name="clips">All clips, in the order of their indices.</param>
    /// <param name="group">What is held out as a whole, for example creature and action.</param>
    /// <param name="known">What training keeps at least half of the clips of, for example the creature and the action.</param>
    /// <param name="test">Groups to test on.</param>
    /// <param name="validation">Groups to validate on.</param>
    /// <param name="seed">Decides which ones.</param>
    /// <exception cref="ArgumentException">Fewer groups than that can be held out.</exception>
    public static ClipSplit HoldOut<TClip>(
        IReadOnlyList<TClip> clips, Func<TClip, string> group, Func<TClip, IEnumerable<string>> known, int test, int validation, long seed)
    {
        if (test < 0 || validation < 0)
            throw new ArgumentException($"{test} groups to test and {validation} to validate: both must be 0 or more");
        var groups = Enumerable.Range(0, clips.Count).GroupBy(i => group(clips[i]))
            .ToDictionary(members => members.Key, members => members.ToArray());
        // Ordered before they are shuffled, so that the order of the table does not matter.
        string[] names = [.. groups.Keys.Order(StringComparer.Ordinal)];
        new SeededRandom(seed).Shuffle<string>(names);

        // How many clips of each thing may still be held out.
        var spare = clips.SelectMany(known).GroupBy(fact => fact).ToDictionary(facts => facts.Key, facts => facts.Count() / 2);
        var heldOut = new List<string>();
        foreach (string name in names)
        {
            if (heldOut.Count == test + validation) break;
            var needs = groups[name].SelectMany(i => known(clips[i])).GroupBy(fact => fact)
                .Select(facts => (facts.Key, Count: facts.Count())).ToArray();
            if (needs.Any(need => spare[need.Key] < need.Count)) continue;
            foreach ((string fact, int count) in needs) spare[fact] -= count;
            heldOut.Add(name);
        }

        if (heldOut.Count < test + validation)
            throw new ArgumentException(
                $"{test} + {validation} of {groups.Count} groups cannot be held out: without more than {heldOut.Count} of them training "
                + "would have too few clips of what the others show");
        int[] Indices(IEnumerable<string> chosen) => [.. chosen.SelectMany(name => groups[name]).Order()];
        return new ClipSplit(Indices(groups.Keys.Except(heldOut)), Indices(heldOut.Skip(test)), Indices(heldOut.Take(test)));
    }
}
