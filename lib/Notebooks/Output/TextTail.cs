using System.Text;

namespace Notebooks.Output;

/// <summary>The last characters of a text that is too long to keep, in the streams that they were written to.</summary>
/// <param name="most">Characters kept, give or take a piece.</param>
internal sealed class TextTail(int most)
{
    // Many small writes must not become many objects, and a piece is dropped as a whole.
    private readonly int pieceLength = Math.Max(1, most / 8);
    private readonly LinkedList<Piece> pieces = new();
    private int kept;

    /// <summary>Characters that were dropped again.</summary>
    internal long Dropped { get; private set; }

    /// <summary>Adds the characters of a text from <paramref name="start"/> on.</summary>
    internal void Add(string stream, string text, int start)
    {
        int length = text.Length - start;
        if (length > most)
        {
            // What came before ends where the part that is left out begins, so none of it is the end any more.
            Dropped += kept + length - most;
            (start, length, kept) = (text.Length - most, most, 0);
            pieces.Clear();
        }

        if (pieces.Last?.Value is not { } last || last.Stream != stream || last.Text.Length >= pieceLength)
        {
            last = pieces.AddLast(new Piece(stream)).Value;
        }

        last.Text.Append(text, start, length);
        kept += length;
        while (pieces.First!.Value.Text.Length is var first && kept - first >= most)
        {
            pieces.RemoveFirst();
            kept -= first;
            Dropped += first;
        }
    }

    /// <summary>The stream and text of each piece, in order.</summary>
    internal IEnumerable<(string Stream, string Text)> Pieces() => pieces.Select(piece => (piece.Stream, piece.Text.ToString()));

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        pieces.Clear();
        kept = 0;
        Dropped = 0;
    }

    private sealed record Piece(string Stream)
    {
        internal StringBuilder Text { get; } = new();
    }
}
