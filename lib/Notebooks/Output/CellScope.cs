namespace Notebooks.Output;

/// <summary>
/// The cell that the calling code belongs to. It follows the execution context, so threads and tasks that a cell
/// starts belong to it too, while threads of the host belong to none.
/// </summary>
internal sealed class CellScope(SessionOutput output, CancellationToken cancel)
{
    private static readonly AsyncLocal<CellScope?> Ambient = new();

    private volatile bool abandoned;

    internal static CellScope? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    internal CancellationToken Cancel { get; } = cancel;

    /// <summary>Null once the cell's thread was left behind: what it still writes must not appear under a later cell.</summary>
    internal SessionOutput? Output => abandoned ? null : output;

    internal bool IsAbandoned => abandoned;

    internal void Abandon() => abandoned = true;
}
