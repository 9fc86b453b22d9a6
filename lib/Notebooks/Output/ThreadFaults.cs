using System.Runtime.ExceptionServices;

namespace Notebooks.Output;

/// <summary>
/// An exception that ends a thread which a cell started would end the process, and with it every variable of the
/// notebook. It is shown as error text instead.
/// </summary>
internal static class ThreadFaults
{
    private static int installed;

    internal static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) == 1)
        {
            return;
        }

        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Show);
        }
        catch (InvalidOperationException)
        {
            // The host has a handler of its own, and there can be only one.
        }
    }

    private static bool Show(Exception exception)
    {
        if (CellScope.Current is not { } cell)
        {
            return false;
        }

        cell.Output?.Stream("stderr", $"A thread of this notebook ended by an exception: {exception}\n");
        return true;
    }
}
