using System.Text;

namespace Notebooks.Output;

/// <summary>A console stream that writes to the calling cell's output, or to the real console outside cells.</summary>
internal sealed class CellWriter(string stream, TextWriter real) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (CellScope.Current is { } cell)
        {
            cell.Output?.Stream(stream, value);
        }
        else
        {
            real.Write(value);
        }
    }

    public override void WriteLine() => Write("\n");

    // One call, so that lines of several threads do not mix.
    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(buffer.ToString() + "\n");

    public override void WriteLine(char[] buffer, int index, int count) => Write(new string(buffer, index, count) + "\n");

    public override void Flush()
    {
        if (CellScope.Current is null)
        {
            real.Flush();
        }
    }
}
