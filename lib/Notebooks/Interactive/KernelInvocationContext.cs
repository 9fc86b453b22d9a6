using Notebooks.Output;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running.</summary>
public sealed class KernelInvocationContext
{
    private KernelInvocationContext(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    /// <summary>The cell of the calling code; null outside cells.</summary>
    public static KernelInvocationContext? Current =>
        CellScope.Current is { } cell ? new KernelInvocationContext(cell.Cancel) : null;

    /// <summary>Cancelled when the reader interrupts the cell, for code that wants to stop in good order.</summary>
    public CancellationToken CancellationToken { get; }
}
