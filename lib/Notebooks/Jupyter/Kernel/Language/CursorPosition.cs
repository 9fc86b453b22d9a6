namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>
/// Converts cursor positions. The protocol counts code points, .NET counts UTF-16 units; they differ beyond the basic
/// plane, as in emoji.
/// </summary>
internal static class CursorPosition
{
    /// <summary>The UTF-16 offset of a position; the end of the code for one beyond it.</summary>
    internal static int ToUtf16(string code, int codePoints)
    {
        int offset = 0;
        for (int count = 0; count < codePoints && offset < code.Length; count++)
        {
            offset += IsPair(code, offset) ? 2 : 1;
        }

        return offset;
    }

    /// <summary>The position of a UTF-16 offset.</summary>
    internal static int ToCodePoints(string code, int offset)
    {
        int count = 0;
        for (int at = 0; at < offset && at < code.Length; count++)
        {
            at += IsPair(code, at) ? 2 : 1;
        }

        return count;
    }

    private static bool IsPair(string code, int offset) => offset + 1 < code.Length && char.IsSurrogatePair(code, offset);
}
