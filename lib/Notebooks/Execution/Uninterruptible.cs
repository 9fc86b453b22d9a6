using System.Runtime.CompilerServices;

namespace Notebooks.Execution;

/// <summary>Code that an interrupt must not cut in two.</summary>
internal static class Uninterruptible
{
    /// <summary>Runs <paramref name="action"/> where the runtime never aborts a thread: in a finally block.</summary>
    [MethodImpl(MethodImplOptions.NoOptimization | MethodImplOptions.NoInlining)]
    internal static void Run(Action action)
    {
        // Optimised, an empty try is removed, and its finally block becomes plain code, which can be aborted.
        try
        {
        }
        finally
        {
            action();
        }
    }
}
