using System.Text;

namespace Notebooks.Running.Outputs;

/// <summary>Reads console text as it comes and picks out the lines that Check writes: ticked claims and key figures.</summary>
internal sealed class ReportLines
{
    private const string Tick = "✓ ";
    private const string Figure = "▪ ";

    // Longer lines are no report lines; the bound keeps an endless line from filling the memory.
    private const int LongestLine = 4096;

    private readonly StringBuilder _line = new();
    private readonly List<KeyFigure> _figures = [];

    /// <summary>Number of ticked claims so far.</summary>
    public int Ticks { get; private set; }

    /// <summary>Key figures so far, in order.</summary>
    public IReadOnlyList<KeyFigure> Figures => _figures;

    public void Read(string text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                EndLine();
            }
            else if (_line.Length < LongestLine)
            {
                _line.Append(c);
            }
        }
    }

    public void EndLine()
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        if (line.StartsWith(Tick, StringComparison.Ordinal))
        {
            Ticks++;
        }
        else if (line.StartsWith(Figure, StringComparison.Ordinal) && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            _figures.Add(new KeyFigure(line[Figure.Length..colon].Trim(), line[(colon + 2)..].Trim()));
        }
    }
}
