using System.Diagnostics;
using System.Globalization;

namespace Notebooks.Jupyter.Kernel;

/// <summary>
/// Notices that the front end's process has gone, however it went: it puts its process id into JPY_PARENT_PID for that.
/// </summary>
internal sealed class ParentWatch : IDisposable
{
    internal const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Process parent;
    private readonly Action gone;
    private readonly ManualResetEventSlim disposed = new();

    private ParentWatch(Process parent, Action gone)
    {
        this.parent = parent;
        this.gone = gone;
        new Thread(Watch) { IsBackground = true, Name = "parent watch" }.Start();
    }

    /// <summary>Watches the process that the variable names; null when it names none, as on Windows, where it is a handle.</summary>
    internal static ParentWatch? Start(Action gone)
    {
        string? text = Environment.GetEnvironmentVariable(Variable);
        if (OperatingSystem.IsWindows() || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id <= 1)
        {
            return null;
        }

        try
        {
            return new ParentWatch(Process.GetProcessById(id), gone);
        }
        catch (ArgumentException)
        {
            gone();
            return null;
        }
    }

    public void Dispose() => disposed.Set();

    private void Watch()
    {
        while (!disposed.Wait(Interval))
        {
            if (parent.HasExited)
            {
                gone();
                return;
            }
        }
    }
}
