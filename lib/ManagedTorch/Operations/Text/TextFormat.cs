using System.Globalization;

namespace ManagedTorch.Operations;

/// <summary>How numbers and lines are written.</summary>
/// <param name="FloatFormat">A .NET format for floating-point numbers.</param>
/// <param name="Width">The characters of a line.</param>
/// <param name="Culture">Decides on the decimal point.</param>
/// <param name="NewLine">What ends a line.</param>
internal sealed record TextFormat(string FloatFormat, int Width, CultureInfo Culture, string NewLine)
{
    public const string Ellipsis = "...";

    /// <summary>All positions, or the first and last <paramref name="most"/> / 2 with -1 between them.</summary>
    public static IEnumerable<long> Shown(long length, int most)
    {
        var edge = most / 2;
        for (var i = 0L; i < length; i++)
        {
            if (length > most && i == edge)
            {
                yield return -1;
                i = length - edge;
                if (i == length)
                    yield break;
            }

            yield return i;
        }
    }
}
