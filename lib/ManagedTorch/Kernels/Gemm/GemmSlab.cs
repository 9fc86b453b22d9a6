using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>One step of a product: C += A B for as much of B as is packed at a time. First B is packed, then C computed in tasks.</summary>
internal sealed unsafe class GemmSlab(MicroKernelSet set, GemmBlocking blocking)
{
    /// <summary>Rows 4 KB apart (1024 floats) compete for one set of a first-level cache: such an A is copied first.</summary>
    private const int ConflictingStride = 1024;

    /// <summary>A cache line of floats, which sets the rows of the copy apart.</summary>
    private const int Padding = 16;

    internal bool TransposeA { get; init; }

    internal bool TransposeB { get; init; }

    internal int Rows { get; init; }

    internal int Columns { get; init; }

    internal int Depth { get; init; }

    internal float* A { get; init; }

    internal nint StrideA { get; init; }

    internal float* B { get; init; }

    internal nint StrideB { get; init; }

    internal float* Packed { get; init; }

    internal float* C { get; init; }

    internal nint StrideC { get; init; }

    /// <summary>Added to the first partial sum: C to accumulate, a bias with stride 0, or null.</summary>
    internal float* Addend { get; init; }

    internal nint AddendStride { get; init; }

    private int PanelTasks => GemmBlocking.DivideUp(Columns, blocking.PanelsPerTask * set.Columns);

    /// <summary>With one row of tiles each value of B is used once, so a copy would cost more than it saves.</summary>
    private bool ReadsBInPlace => !TransposeB && Rows <= set.Rows && Columns % set.Lanes == 0;

    internal void Run()
    {
        // With one row of tasks each task packs its own panels, which saves a fork and join.
        bool packsInTask = blocking.RowTasks == 1 && !ReadsBInPlace;
        int panelTasks = PanelTasks;
        int depths = GemmBlocking.DivideUp(Depth, blocking.Depth);
        if (!packsInTask && !ReadsBInPlace)
        {
            Loop(depths * panelTasks, task => Pack(task / panelTasks, task % panelTasks));
        }

        Loop(blocking.RowTasks * panelTasks, task =>
        {
            int panelTask = task % panelTasks;
            for (int depth = 0; depth < depths; depth++)
            {
                if (packsInTask)
                {
                    Pack(depth, panelTask);
                }

                Compute(depth, task / panelTasks, panelTask);
            }
        });
    }

    private void Loop(int tasks, Action<int> body)
    {
        if (!blocking.IsSerial)
        {
            WorkerPool.For(tasks, body);
            return;
        }

        for (int task = 0; task < tasks; task++)
        {
            body(task);
        }
    }

    private void Pack(int depth, int panelTask)
    {
        (int first, int k, int column, int n) = Range(depth, panelTask);
        float* source = TransposeB ? B + column * StrideB + first : B + first * StrideB + column;
        PanelPacking.Pack(set, TransposeB, k, n, source, StrideB, PackedAt(first, k, column));
    }

    private void Compute(int depth, int rowTask, int panelTask)
    {
        (int first, int k, int column, int n) = Range(depth, panelTask);
        int row = rowTask * blocking.RowsPerTask;
        int m = Math.Min(blocking.RowsPerTask, Rows - row);
        float* a = TransposeA ? A + first * StrideA + row : A + row * StrideA + first;
        float* target = C + row * StrideC + column;
        float* addend = depth > 0 ? target : Addend == null ? null : Addend + row * AddendStride + column;
        nint addendStride = depth > 0 ? StrideC : AddendStride;
        Panels panels = ReadsBInPlace
            ? Panels.InPlace(set, B + first * StrideB + column, StrideB)
            : Panels.Packed(set, PackedAt(first, k, column), k);
        if (!TransposeA && StrideA % ConflictingStride == 0 && n > set.Columns)
        {
            nint copyStride = k + (k % Padding == 0 ? Padding : 0);
            using Scratch copy = Scratch.Rent(m * copyStride);
            CopyRows(a, StrideA, m, k, copy.Pointer, copyStride);
            TileLoop.Multiply(set, false, m, n, k, copy.Pointer, copyStride, panels, target, StrideC, addend, addendStride);
        }
        else
        {
            TileLoop.Multiply(set, TransposeA, m, n, k, a, StrideA, panels, target, StrideC, addend, addendStride);
        }
    }

    private static void CopyRows(float* source, nint sourceStride, int rows, int columns, float* target, nint targetStride)
    {
        for (int row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(source + row * sourceStride, columns).CopyTo(new Span<float>(target + row * targetStride, columns));
        }
    }

    private (int First, int Depth, int Column, int Columns) Range(int depth, int panelTask)
    {
        int first = depth * blocking.Depth;
        int column = panelTask * blocking.PanelsPerTask * set.Columns;
        return (
            first, Math.Min(blocking.Depth, Depth - first),
            column, Math.Min(blocking.PanelsPerTask * set.Columns, Columns - column));
    }

    private float* PackedAt(int first, int k, int column) =>
        Packed + PanelPacking.Size(set, first, Columns) + (long)column * k;
}
