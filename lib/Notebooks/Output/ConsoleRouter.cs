namespace Notebooks.Output;

/// <summary>
/// While at least one session lives, the process's console goes to the cell that uses it; code outside cells keeps the
/// real console.
/// </summary>
internal static class ConsoleRouter
{
    private static readonly Lock Gate = new();
    private static int users;
    private static TextWriter? realOut;
    private static TextWriter? realError;
    private static TextReader? realIn;

    internal static void Install()
    {
        lock (Gate)
        {
            if (users++ > 0)
            {
                return;
            }

            (realOut, realError, realIn) = (Console.Out, Console.Error, Console.In);
            Console.SetOut(new CellWriter("stdout", realOut));
            Console.SetError(new CellWriter("stderr", realError));
            Console.SetIn(new CellReader(realIn));
        }
    }

    /// <summary>True when no session is left and the real console is back.</summary>
    internal static bool Uninstall()
    {
        lock (Gate)
        {
            if (--users > 0)
            {
                return false;
            }

            Console.SetOut(realOut!);
            Console.SetError(realError!);
            Console.SetIn(realIn!);
            return true;
        }
    }
}
