using System.Globalization;
using System.Text;
using Notebooks.Output;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>
/// Gathers a cell's console text, so that many small writes become few messages: a batch goes out when its first text has
/// waited for <see cref="Interval"/>. Of text beyond a cell's limit only the end is shown, when the cell ends, below a line that
/// says how much is left out.
/// </summary>
internal sealed class StreamBuffer : IDisposable
{
    /// <summary>Characters of text that one cell may show.</summary>
    internal const int MostCharacters = 32_000_000;

    private const int TailCharacters = 10_000;

    // Alternating writes to both streams keep their order up to this many changes a batch; then each stream is one piece.
    private const int MostPieces = 64;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly object gate = new();
    private readonly Action<string, string> send;
    private readonly List<Piece> pieces = [];
    private readonly TextTail tail = new(TailCharacters);
    private readonly Timer timer;
    private long waitingSince;
    private long shown;

    /// <param name="send">Takes the stream's name and its text; called by one thread at a time.</param>
    internal StreamBuffer(Action<string, string> send)
    {
        this.send = send;
        timer = new Timer(_ => Flush());
    }

    internal void Write(string name, string text)
    {
        lock (gate)
        {
            int room = (int)Math.Clamp(MostCharacters - shown, 0, text.Length);
            shown += room;
            if (room < text.Length)
            {
                tail.Add(name, text, room);
            }

            if (room == 0)
            {
                return;
            }

            long now = Environment.TickCount64;
            if (pieces.Count == 0)
            {
                waitingSince = now;
                timer.Change(Interval, Timeout.InfiniteTimeSpan);
            }

            PieceFor(name).Text.Append(text, 0, room);

            // The timer needs a thread of the pool, which the cell may keep busy.
            if (now - waitingSince >= Interval.TotalMilliseconds)
            {
                FlushLocked();
            }
        }
    }

    /// <summary>Sends what is gathered, before anything that must come after it.</summary>
    internal void Flush()
    {
        lock (gate)
        {
            FlushLocked();
        }
    }

    /// <summary>Forgets what the cell showed so far; its limit begins anew.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            shown = 0;
            tail.Clear();
        }
    }

    /// <summary>Sends what is gathered, and how much was left out.</summary>
    internal void Finish()
    {
        lock (gate)
        {
            FlushLocked();
            if (tail.Dropped > 0)
            {
                send("stderr", string.Create(
                    CultureInfo.InvariantCulture,
                    $"[output cut: {tail.Dropped / 1e6:0.0} MB of text are left out here; "
                    + $"a cell shows at most {MostCharacters / 1e6:0.#} MB]\n"));
            }

            foreach (var (stream, text) in tail.Pieces())
            {
                send(stream, text);
            }

            tail.Clear();
        }
    }

    public void Dispose() => timer.Dispose();

    private Piece PieceFor(string name)
    {
        if (pieces.Count > 0 && pieces[^1].Name == name)
        {
            return pieces[^1];
        }

        if (pieces.Count >= MostPieces && pieces.FindLast(piece => piece.Name == name) is { } earlier)
        {
            return earlier;
        }

        pieces.Add(new Piece(name));
        return pieces[^1];
    }

    private void FlushLocked()
    {
        foreach (var piece in pieces)
        {
            send(piece.Name, piece.Text.ToString());
        }

        pieces.Clear();
    }

    private sealed record Piece(string Name)
    {
        internal StringBuilder Text { get; } = new();
    }
}
