using System.Text.RegularExpressions;
using Notebooks.Compilation;
using Notebooks.Magics;

namespace Notebooks.Language.Cells;

/// <summary>
/// Where a cell holds C#, magics and directives, as far as it is written: unlike the splitter that runs a cell, it
/// takes any text.
/// </summary>
internal sealed partial class CellLayout
{
    private readonly string code;
    private readonly List<CellRegion> regions = [];
    private readonly MagicRegistry magics;

    internal CellLayout(string code, MagicRegistry magics)
    {
        this.code = code;
        this.magics = magics;
        Divide();
    }

    internal IReadOnlyList<CellRegion> Regions => regions;

    /// <summary>The region that the cursor is in; the end of a line belongs to the line.</summary>
    internal CellRegion At(int cursor) => regions.Last(region => region.Start <= cursor);

    /// <summary>
    /// The C# of the cell in the pieces that run one after the other, cut at magics, up to the piece with the cursor.
    /// Each is as long as the cell up to its end, blank where it has no code, so that offsets are the cell's.
    /// </summary>
    internal IReadOnlyList<string> PiecesUpTo(int cursor)
    {
        var pieces = new List<string>();
        var current = Blank();
        bool hasCode = false;
        foreach (var region in regions)
        {
            if (region.Kind == CellRegionKind.Code)
            {
                code.CopyTo(region.Start, current, region.Start, region.End - region.Start);
                hasCode = true;
            }
            else if (region.Kind == CellRegionKind.MagicLine && hasCode)
            {
                if (region.Start > cursor)
                {
                    break;
                }

                pieces.Add(new string(current));
                current = Blank();
                hasCode = false;
            }
        }

        pieces.Add(new string(current));
        return pieces;
    }

    /// <summary>The paths of the cell's complete <c>#r "path"</c> lines.</summary>
    internal IEnumerable<string> References() => regions
        .Where(region => region.Kind == CellRegionKind.DirectiveLine)
        .Select(region => Reference().Match(code, region.Start, region.End - region.Start))
        .Where(match => match.Success)
        .Select(match => match.Groups["path"].Value);

    private char[] Blank()
    {
        char[] blank = new char[code.Length];
        for (int index = 0; index < blank.Length; index++)
        {
            blank[index] = code[index] is '\n' or '\r' ? code[index] : ' ';
        }

        return blank;
    }

    private void Divide()
    {
        string[] lines = code.Split('\n');
        bool inBody = false;
        int partStart = 0;
        int start = 0;
        for (int index = 0; index < lines.Length; index++)
        {
            var kind = KindOf(lines, index, partStart, inBody);
            if (kind == CellRegionKind.MagicLine)
            {
                inBody = magics.Find(lines[index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0])?.TakesBody ?? false;
                partStart = index + 1;
            }

            Append(kind, start, start + lines[index].Length);
            start += lines[index].Length + 1;
        }
    }

    private static CellRegionKind KindOf(string[] lines, int index, int partStart, bool inBody)
    {
        string line = lines[index].TrimStart();
        bool magic = line.StartsWith("#!", StringComparison.Ordinal);
        if (inBody)
        {
            return magic ? CellRegionKind.MagicLine : CellRegionKind.MagicBody;
        }

        if (!magic && !Directive().IsMatch(line))
        {
            return CellRegionKind.Code;
        }

        string[] part = lines[partStart..];
        return CellText.IsInsideToken(string.Join('\n', part), part, index - partStart) ? CellRegionKind.Code
            : magic ? CellRegionKind.MagicLine
            : CellRegionKind.DirectiveLine;
    }

    private void Append(CellRegionKind kind, int start, int end)
    {
        if (kind is CellRegionKind.Code or CellRegionKind.MagicBody && regions is [.., var last] && last.Kind == kind)
        {
            regions[^1] = last with { End = end };
        }
        else
        {
            regions.Add(new CellRegion(kind, start, end));
        }
    }

    [GeneratedRegex("""^#\s*((r|i|load)\b|$)""")]
    private static partial Regex Directive();

    [GeneratedRegex("""\G\s*#r\s+"(?<path>[^"]*)"\s*(//.*)?$""")]
    private static partial Regex Reference();
}
