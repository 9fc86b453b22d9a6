using Notebooks.Execution;
using Notebooks.Session;

namespace Notebooks.Output;

/// <summary>
/// Hands what cells show to the sink of the running cell, one call at a time. Between cells it keeps what background
/// threads still write, for the next cell.
/// </summary>
internal sealed class SessionOutput
{
    private const int MostHeldBack = 1000;

    private readonly Lock gate = new();
    private readonly Queue<Action<IOutputSink>> heldBack = new();
    private readonly UpdateThrottle throttle;
    private IOutputSink? sink;

    internal SessionOutput() => throttle = new UpdateThrottle(bundle => Send(target => target.Update(bundle)));

    internal void Attach(IOutputSink target)
    {
        lock (gate)
        {
            sink = target;
            while (heldBack.TryDequeue(out var call))
            {
                Call(target, call);
            }
        }
    }

    /// <summary>Delivers the last state of every display, then lets go of the sink.</summary>
    internal void Detach()
    {
        throttle.Flush();
        lock (gate)
        {
            sink = null;
        }
    }

    internal void Stream(string name, string text) => Send(target => target.Stream(name, text));

    internal void Display(MimeBundle bundle)
    {
        if (bundle.DisplayId is { } id)
        {
            Uninterruptible.Run(() => throttle.Start(id));
        }

        Send(target => target.Display(bundle));
    }

    internal void Update(MimeBundle bundle) => Uninterruptible.Run(() => throttle.Post(bundle));

    internal void Clear() => Send(target => target.Clear(wait: false));

    internal void Result(MimeBundle bundle) => Send(target => target.Result(bundle));

    /// <summary>Not under the lock: other threads may write while the reader thinks.</summary>
    internal string? ReadLine(string prompt, bool password)
    {
        IOutputSink? target;
        lock (gate)
        {
            target = sink;
        }

        string? line = null;
        if (target is not null)
        {
            Call(target, to => line = to.ReadLine(prompt, password));
        }

        return line;
    }

    // Half a message would break the front end, and a lock left taken the session.
    private void Send(Action<IOutputSink> call) => Uninterruptible.Run(() => SendLocked(call));

    private void SendLocked(Action<IOutputSink> call)
    {
        lock (gate)
        {
            if (sink is not null)
            {
                Call(sink, call);
            }
            else if (heldBack.Count < MostHeldBack)
            {
                heldBack.Enqueue(call);
            }
        }
    }

    private static void Call(IOutputSink target, Action<IOutputSink> call)
    {
        // Outside the cell's scope, so that a sink may itself write to the console.
        var scope = CellScope.Current;
        CellScope.Current = null;
        try
        {
            call(target);
        }
        finally
        {
            CellScope.Current = scope;
        }
    }
}
