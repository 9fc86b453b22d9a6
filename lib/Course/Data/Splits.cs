namespace Course.Data;

/// <summary>
/// Divides a data set into parts, for example training and validation. Each part holds the classes in the proportions of the whole; no
/// index is in two parts; the seed alone decides. The indices of a part are ascending.
/// </summary>
public static class Splits
{
    /// <summary>Parts of the given shares, each 0 to 1; they may add up to less than 1, and the rest is in no part.</summary>
    /// <returns>For each part the indices of its members in <paramref name="labels"/>.</returns>
    public static long[][] Stratified(IReadOnlyList<long> labels, double[] fractions, long seed)
    {
        if (fractions.Length == 0 || fractions.Any(fraction => !(fraction >= 0)) || fractions.Sum() > 1 + 1e-9)
            throw new ArgumentException($"the shares {string.Join(", ", fractions)} must be 0 or more and add up to 1 at most",
                nameof(fractions));
        return Divide(labels, seed, count =>
        {
            // Rounding the borders, not the lengths, keeps every part within one of its share and the sum right.
            var ends = new int[fractions.Length];
            double sum = 0;
            for (int part = 0; part < ends.Length; part++) ends[part] = (int)Math.Round(Math.Min(1, sum += fractions[part]) * count);
            return ends;
        }, fractions.Length);
    }

    /// <summary>Parts of the given numbers of members.</summary>
    /// <returns>For each part the indices of its members in <paramref name="labels"/>.</returns>
    public static long[][] Stratified(IReadOnlyList<long> labels, int[] counts, long seed)
    {
        if (counts.Length == 0 || counts.Any(count => count < 0) || counts.Sum(count => (long)count) > labels.Count)
            throw new ArgumentException($"parts of {string.Join(", ", counts)} cannot be taken from {labels.Count} labels", nameof(counts));
        var classes = labels.GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count()).ToArray();
        int[][] quotas = Quotas(classes, counts, labels.Count);
        int next = 0;
        return Divide(labels, seed, _ =>
        {
            int[] quota = quotas[next++];
            var ends = new int[quota.Length];
            for (int part = 0, sum = 0; part < ends.Length; part++) ends[part] = sum += quota[part];
            return ends;
        }, counts.Length);
    }

    /// <summary>
    /// How many members of each class go to each part: the proportional number rounded down, and what is missing then from the classes
    /// that rounding has cost most (the largest remainder method).
    /// </summary>
    private static int[][] Quotas(int[] classes, int[] counts, int total)
    {
        int[] left = [.. classes];
        var quotas = classes.Select(_ => new int[counts.Length]).ToArray();
        for (int part = 0; part < counts.Length; part++)
        {
            double share = (double)counts[part] / total;
            for (int c = 0; c < classes.Length; c++) quotas[c][part] = Math.Min(left[c], (int)(classes[c] * share));
            int missing = counts[part] - quotas.Sum(quota => quota[part]);
            while (missing > 0)
                foreach (int c in Enumerable.Range(0, classes.Length).OrderByDescending(c => (classes[c] * share) - quotas[c][part]))
                {
                    if (missing == 0 || quotas[c][part] == left[c]) continue;
                    quotas[c][part]++;
                    missing--;
                }

            for (int c = 0; c < classes.Length; c++) left[c] -= quotas[c][part];
        }

        return quotas;
    }

    private static long[][] Divide(IReadOnlyList<long> labels, long seed, Func<int, int[]> endsFor, int parts)
    {
        var result = Enumerable.Range(0, parts).Select(_ => new List<long>()).ToArray();
        foreach (var group in Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(group => group.Key))
        {
            int[] members = group.ToArray();
            // A class's order does not depend on the other classes.
            new SeededRandom(unchecked((seed * 1_000_003) + group.Key)).Shuffle<int>(members);
            int start = 0;
            int[] ends = endsFor(members.Length);
            for (int part = 0; part < parts; part++)
            {
                for (int i = start; i < ends[part]; i++) result[part].Add(members[i]);
                start = ends[part];
            }
        }

        return result.Select(part => part.Order().ToArray()).ToArray();
    }
}
