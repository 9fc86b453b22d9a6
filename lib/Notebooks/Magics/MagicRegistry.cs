namespace Notebooks.Magics;

/// <summary>The magics there are.</summary>
internal sealed class MagicRegistry
{
    private readonly SortedDictionary<string, IMagic> magics = new(StringComparer.Ordinal);

    internal MagicRegistry()
    {
        IMagic[] known =
        [
            new AboutMagic(),
            new CSharpMagic(),
            new CssMagic(),
            new HtmlMagic(),
            new ImportMagic(),
            new JavascriptMagic(),
            new ListMagic(this),
            new MarkdownMagic(),
            new MermaidMagic(),
            new SetMagic(),
            new ShareMagic(),
            new TimeMagic(),
            new ValueMagic(),
            new WhoMagic(),
            new WhosMagic(),
        ];
        foreach (var magic in known)
        {
            magics.Add(magic.Name, magic);
        }
    }

    internal IReadOnlyCollection<IMagic> All => magics.Values;

    internal IMagic? Find(string name) => magics.GetValueOrDefault(name);

    /// <summary>The known name that takes the fewest edits to reach.</summary>
    internal string Nearest(string name) => magics.Keys.MinBy(known => Edits(known, name))!;

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j - 1], row[j]));
            }
        }

        return row[to.Length];
    }
}
