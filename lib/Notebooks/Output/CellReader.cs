namespace Notebooks.Output;

/// <summary>Console input that asks the calling cell's front end for lines, or reads the real console outside cells.</summary>
internal sealed class CellReader(TextReader real) : TextReader
{
    private string rest = "";

    public override int Peek() => CellScope.Current is null ? real.Peek() : Fill() ? rest[0] : -1;

    public override int Read()
    {
        if (CellScope.Current is null)
        {
            return real.Read();
        }

        if (!Fill())
        {
            return -1;
        }

        char next = rest[0];
        rest = rest[1..];
        return next;
    }

    public override string? ReadLine()
    {
        if (CellScope.Current is not { } cell)
        {
            return real.ReadLine();
        }

        if (rest.Length == 0)
        {
            return cell.Output?.ReadLine("", password: false);
        }

        string line = rest.TrimEnd('\n');
        rest = "";
        return line;
    }

    private bool Fill()
    {
        if (rest.Length == 0 && CellScope.Current?.Output?.ReadLine("", password: false) is { } line)
        {
            rest = line + "\n";
        }

        return rest.Length > 0;
    }
}
