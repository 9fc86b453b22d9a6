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
    private static TextWriter? routedOut;
    private static TextWriter? routedError;
    private static TextReader? routedIn;

    internal static void Install()
    {
        lock (Gate)
        {
            users++;

            // What is not ours is the host's: it may have given itself another console since the last session began.
            realOut = Console.Out == routedOut ? realOut : Console.Out;
            realError = Console.Error == routedError ? realError : Console.Error;
            realIn = Console.In == routedIn ? realIn : Console.In;
            Route();
        }
    }

    /// <summary>
    /// Gives the console new writers. The console locks each of its writers during a call, and a thread that was aborted in
    /// one may have left it locked.
    /// </summary>
    internal static void Renew()
    {
        lock (Gate)
        {
            if (users > 0)
            {
                Route();
            }
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

    private static void Route()
    {
        Console.SetOut(new CellWriter("stdout", realOut!));
        Console.SetError(new CellWriter("stderr", realError!));
        Console.SetIn(new CellReader(realIn!));
        (routedOut, routedError, routedIn) = (Console.Out, Console.Error, Console.In);
    }
}
