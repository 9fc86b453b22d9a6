namespace ManagedTorch.Kernels;

/// <summary>
/// How a product is cut (Goto and van de Geijn 2008, section 4): by its sizes and the tile alone, never by the number of
/// threads.
/// </summary>
internal readonly struct GemmBlocking
{
    /// <summary>A panel of this many rows and the tile rows of A fit a first-level cache.</summary>
    private const double PreferredDepth = 288;

    /// <summary>Floats of B packed at once (4 MB): they stay in the last-level cache while C is computed.</summary>
    private const long PackedFloats = 1 << 20;

    /// <summary>Tile rows of a task: with the depth they fill a fraction of a second-level cache.</summary>
    private const int TileRowsPerTask = 7;

    /// <summary>Tasks wanted, so that many threads have work and none waits long for the last.</summary>
    private const int WantedTasks = 16;

    /// <summary>The same where each task reads its part of a k-major A, in short pieces, from far away: there tasks span all columns.</summary>
    private const int WantedTasksOfKMajor = 8;

    /// <summary>Multiply-adds below which a product runs on the calling thread alone.</summary>
    private const long SerialWork = 256 * 1024;

    internal GemmBlocking(MicroKernelSet set, bool kMajorA, int m, int n, int k)
    {
        int wantedTasks = kMajorA ? WantedTasksOfKMajor : WantedTasks;
        int depths = Math.Max(1, (int)Math.Round(k / PreferredDepth));
        Depth = Math.Max(1, CeilingTo(DivideUp(k, depths), 4));
        int panels = DivideUp(n, set.Columns);
        PanelsPerSlab = (int)Math.Clamp(PackedFloats / ((long)Depth * set.Columns), 1, panels);
        DepthsPerSlab = (int)Math.Clamp(PackedFloats / ((long)Depth * set.Columns * PanelsPerSlab), 1, depths);
        int tileRows = DivideUp(m, set.Rows);
        int tileRowsPerTask = EvenShare(tileRows, TileRowsPerTask);
        while (tileRowsPerTask > 1 && DivideUp(tileRows, tileRowsPerTask) * PanelsPerSlab < wantedTasks)
        {
            tileRowsPerTask = DivideUp(tileRowsPerTask, 2);
        }

        RowsPerTask = tileRowsPerTask * set.Rows;
        RowTasks = DivideUp(m, RowsPerTask);
        PanelsPerTask = DivideUp(PanelsPerSlab, Math.Min(PanelsPerSlab, DivideUp(wantedTasks, RowTasks)));
        IsSerial = (long)m * n * k <= SerialWork;
    }

    /// <summary>Values of k summed in registers before C is touched.</summary>
    internal int Depth { get; }

    /// <summary>Values of k in one packed slab of B, in units of <see cref="Depth"/>.</summary>
    internal int DepthsPerSlab { get; }

    /// <summary>Panels in one packed slab of B.</summary>
    internal int PanelsPerSlab { get; }

    /// <summary>Rows of C in a task.</summary>
    internal int RowsPerTask { get; }

    /// <summary>Tasks that cover the rows of C.</summary>
    internal int RowTasks { get; }

    /// <summary>Panels of B in a task.</summary>
    internal int PanelsPerTask { get; }

    internal bool IsSerial { get; }

    internal static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    /// <summary>The size of equal shares of at most <paramref name="most"/>.</summary>
    private static int EvenShare(int total, int most) => DivideUp(total, DivideUp(total, most));

    private static int CeilingTo(int value, int multiple) => DivideUp(value, multiple) * multiple;
}
