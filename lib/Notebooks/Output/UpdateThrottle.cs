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
            if (wait <= 0)
            {
                Deliver(state);
            }
            else if (state.Timer is null)
            {
                state.Timer = new Timer(timer => Due(state, (Timer)timer!));
                state.Timer.Change(wait, Timeout.Infinite);
            }
        }
    }

    /// <summary>Sends what is waiting and forgets the displays.</summary>
    internal void Flush()
    {
        lock (gate)
        {
            foreach (var state in displays.Values)
            {
                Deliver(state);
            }

            displays.Clear();
        }
    }

    private void Due(State state, Timer timer)
    {
        lock (gate)
        {
            // A timer can fire late, after an update took its place.
            if (state.Timer == timer)
            {
                Deliver(state);
            }
        }
    }

    // Under the lock: two threads must not deliver two states of one display in the wrong order.
    private void Deliver(State state)
    {
        state.Timer?.Dispose();
        state.Timer = null;
        if (state.Pending is { } bundle)
        {
            state.Pending = null;
            send(bundle);
            state.Sent = Environment.TickCount64;
        }
    }

    private sealed class State
    {
        internal long Sent { get; set; }

        internal MimeBundle? Pending { get; set; }

        internal Timer? Timer { get; set; }
    }
}
