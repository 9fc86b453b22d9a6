namespace ManagedTorch.Kernels;

/// <summary>The scores of some query rows against the keys they see, in rows of whole vectors.</summary>
internal readonly unsafe struct ScoreBlock
{
    private readonly int firstSeen;

    internal ScoreBlock(in AttentionProblem p, float* scores, nint stride, int lanes, int firstRow, int lastRow)
    {
        Scores = scores;
        Stride = stride;
        FirstRow = firstRow;
        Rows = lastRow - firstRow;
        Length = AttentionHead.Keys(p, lastRow);
        Padded = (Length + lanes - 1) / lanes * lanes;
        Scale = p.Scale;
        firstSeen = p.Causal ? firstRow + 1 : Length;
    }

    internal float* Scores { get; }

    internal nint Stride { get; }

    /// <summary>The query row that the first row of the block stands for.</summary>
    internal int FirstRow { get; }

    internal int Rows { get; }

    /// <summary>Keys that the last row sees, the most of all.</summary>
    internal int Length { get; }

    /// <summary>The length in whole vectors.</summary>
    internal int Padded { get; }

    internal float Scale { get; }

    internal float* Row(int row) => Scores + row * Stride;

    /// <summary>Keys that a row of the block sees.</summary>
    internal int Seen(int row) => Math.Min(Length, firstSeen + row);
}
