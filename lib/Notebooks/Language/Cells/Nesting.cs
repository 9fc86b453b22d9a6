namespace Notebooks.Language.Cells;

/// <summary>How deep brackets are nested. The compiler's parser ends the process where types and tuples are nested too deep.</summary>
internal static class Nesting
{
    private const int Deepest = 500;

    /// <summary>Whether code is nested deeper than anyone writes; brackets in strings and comments count too, and "less than".</summary>
    internal static bool IsTooDeep(string code)
    {
        int depth = 0;
        foreach (char character in code)
        {
            switch (character)
            {
                case '(' or '[' or '{' or '<':
                    depth++;
                    break;
                case ')' or ']' or '}' or '>' when depth > 0:
                    depth--;
                    break;
            }

            if (depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }
}
