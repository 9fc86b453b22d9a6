namespace Course.Data;

/// <summary>
/// The nouns of WordNet 3.0 with their definitions, sorted by topic by WordNet's authors (see datasets/glosses/README.md for the source
/// and licence).
/// </summary>
public sealed class Glosses
{
    private const long SplitSeed = 1998;

    private static readonly string[] Columns = ["id", "topic", "words", "definition"];

    // In WordNet's order, that of its lexicographer files.
    private static readonly string[] TopicNames =
    [
        "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food", "group", "location",
        "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity", "relation", "shape", "state",
        "substance", "time",
    ];

    private readonly Gloss[] _glosses;

    private Glosses(Gloss[] glosses) => _glosses = glosses;

    /// <summary>All entries, in WordNet's order.</summary>
    public IReadOnlyList<Gloss> All => _glosses;

    /// <summary>The 25 topics, which are the classes.</summary>
    public IReadOnlyList<string> Topics { get; } = TopicNames;

    /// <summary>
    /// Reads datasets/glosses, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares the
    /// file with its checksum.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Glosses Load(string? folder = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("glosses") : DataSetFolder.Open(folder);
        return new Glosses([.. DataTable.Read(files.FilePath("glosses.tsv.gz"), Columns).Rows.Select(Read)]);
    }

    /// <summary>
    /// The course's split: 80 % of the definitions to train, 10 % to validate, 10 % to test. Entries with the same definition are in the
    /// same part. Indices are ascending.
    /// </summary>
    public (int[] Training, int[] Validation, int[] Test) Split()
    {
        int[][] alike = [.. _glosses.GroupBy(gloss => gloss.Definition).Select(group => group.Select(gloss => gloss.Index).ToArray())];
        new SeededRandom(SplitSeed).Shuffle<int[]>(alike);
        int held = alike.Length / 10;
        return (Indices(alike[(2 * held)..]), Indices(alike[..held]), Indices(alike[held..(2 * held)]));
    }

    /// <summary>"74334 nouns of 25 topics".</summary>
    public override string ToString() => $"{_glosses.Length} nouns of {TopicNames.Length} topics";

    private static int[] Indices(int[][] groups) => [.. groups.SelectMany(group => group).Order()];

    private static Gloss Read(DataRow row)
    {
        int label = Array.IndexOf(TopicNames, row[1]);
        if (label < 0) throw row.Fault($"there is no topic {row[1]}; there are {string.Join(", ", TopicNames)}");
        string[] words = row[2].Split('|');
        if (words.Any(string.IsNullOrWhiteSpace)) throw row.Fault($"one of the words \"{row[2]}\" is empty");
        return new Gloss(row.Index, row[0], row[1], label, words, row[3]);
    }
}
