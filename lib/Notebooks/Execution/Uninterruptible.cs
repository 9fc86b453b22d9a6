namespace Notebooks.Execution;

/// <summary>Code that an interrupt must not cut in two.</summary>
internal static class Uninterruptible
{
    /// <summary>Runs <paramref name="action"/> where the runtime never aborts a thread: in a finally block.</summary>
    internal static void Run(Action action)
    {
        try
        {
        }
        finally
        {
            action();
        }
    }
}
