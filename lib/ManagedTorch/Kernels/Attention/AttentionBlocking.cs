namespace ManagedTorch.Kernels;

/// <summary>How attention is cut into tasks and blocks of query rows: by the sizes alone, never by the number of threads.</summary>
internal readonly struct AttentionBlocking
{
    /// <summary>Scores of a block (128 KB): they stay in a near cache from product to softmax to product.</summary>
    private const int ScoresPerBlock = 32 * 1024;

    /// <summary>Rows a multiple of 512 bytes apart share few sets of a near cache.</summary>
    private const int ConflictingStride = 128;

    /// <summary>Tasks wanted; with fewer heads than this the rows of a head are shared out too.</summary>
    private const long WantedTasks = 8;

    /// <summary>Multiply-adds worth handing to another thread.</summary>
    private const long WorkPerChunk = 128 * 1024;

    internal AttentionBlocking(MicroKernelSet set, in AttentionProblem p)
    {
        ScoreStride = (p.KeyLength + set.Lanes - 1) / set.Lanes * set.Lanes;
        if (ScoreStride > 0 && ScoreStride % ConflictingStride == 0)
        {
            ScoreStride += set.Lanes;
        }

        int wantedRows = Math.Max(1, ScoresPerBlock / Math.Max(1, ScoreStride) / set.Rows) * set.Rows;
        int blocks = Math.Max(1, GemmBlocking.DivideUp(p.QueryLength, wantedRows));
        RowsPerBlock = Math.Max(1, GemmBlocking.DivideUp(p.QueryLength, blocks));
        long heads = Math.Max(1, (long)p.Batch * p.Heads);
        int wantedTasks = (int)Math.Min(blocks, (WantedTasks + heads - 1) / heads);
        int blocksPerTask = GemmBlocking.DivideUp(blocks, wantedTasks);
        RowsPerTask = blocksPerTask * RowsPerBlock;
        TasksPerHead = Math.Max(1, GemmBlocking.DivideUp(p.QueryLength, RowsPerTask));
        Tasks = (long)p.Batch * p.Heads * TasksPerHead;
        long work = (long)RowsPerTask * p.KeyLength * (p.HeadDimension + p.ValueDimension);
        TasksPerChunk = Math.Max(1, WorkPerChunk / Math.Max(1, work));
    }

    /// <summary>Elements between rows of scores in scratch memory: whole vectors.</summary>
    internal int ScoreStride { get; }

    /// <summary>Query rows whose scores are held at once.</summary>
    internal int RowsPerBlock { get; }

    /// <summary>Query rows of a task, a whole number of blocks.</summary>
    internal int RowsPerTask { get; }

    internal int TasksPerHead { get; }

    internal long Tasks { get; }

    /// <summary>Tasks that one thread claims at a time.</summary>
    internal long TasksPerChunk { get; }
}
