using Notebooks.Session;

namespace Notebooks.Output;

/// <summary>Passes on at most ten updates a second of each display, and always the last one.</summary>
internal sealed class UpdateThrottle(Action<MimeBundle> send)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Dictionary<string, State> displays = [];

    /// <summary>Notes that a display was shown just now.</summary>
    internal void Start(string id)
    {
        lock (gate)
        {
            displays[id] = new State { Sent = Environment.TickCount64 };
        }
    }

    internal void Post(MimeBundle bundle)
    {
        string id = bundle.DisplayId ?? throw new ArgumentException("An update needs a display id.", nameof(bundle));
        lock (gate)
        {
            if (!displays.TryGetValue(id, out var state))
            {
                displays[id] = state = new State();
            }

            state.Pending = bundle;
            long wait = state.Sent + (long)Interval.TotalMilliseconds - Environment.TickCount64;
            if (wait > 0)
            {
                state.Timer ??= new Timer(_ => Due(state), null, wait, Timeout.Infinite);
                return;
            }
        }

        Due(displays[id]);
    }

    /// <summary>Sends what is waiting and forgets the displays.</summary>
    internal void Flush()
    {
        State[] states;
        lock (gate)
        {
            states = [.. displays.Values];
            displays.Clear();
        }

        foreach (var state in states)
        {
            Due(state);
        }
    }

    private void Due(State state)
    {
        // Sent under the lock: two threads must not deliver two states of one display in the wrong order.
        lock (gate)
        {
            state.Timer?.Dispose();
            state.Timer = null;
            if (state.Pending is { } bundle)
            {
                state.Pending = null;
                state.Sent = Environment.TickCount64;
                send(bundle);
            }
        }
    }

    private sealed class State
    {
        internal long Sent { get; set; }

        internal MimeBundle? Pending { get; set; }

        internal Timer? Timer { get; set; }
    }
}
