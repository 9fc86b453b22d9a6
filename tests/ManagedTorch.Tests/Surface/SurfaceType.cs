namespace ManagedTorch.Tests.Surface;

/// <summary>One type of a surface: its declaration line, and a line for each base type and member.</summary>
internal sealed record SurfaceType(string Header, IReadOnlySet<string> Members)
{
    /// <summary>The full name with its number of generic parameters: what stays the same when a modifier changes.</summary>
    public string Name { get; } = NameIn(Header);

    /// <summary>The name in a member line, or "" for a base type.</summary>
    public static string MemberName(string line)
    {
        if (line.StartsWith(": ", StringComparison.Ordinal))
        {
            return "";
        }
        if (line.Contains(" this[", StringComparison.Ordinal))
        {
            return "this";
        }
        int end = line.IndexOfAny(['(', '{', '=', ';']);
        if (end == 0 || line.StartsWith("static (", StringComparison.Ordinal) || line[0] == '(')
        {
            // a tuple type comes first: its bracket is not the parameter list's
            end = line.IndexOfAny(['(', '{', '=', ';'], line.IndexOf(')') + 1);
        }
        string head = (end < 0 ? line : line[..end]).TrimEnd();
        string last = WithoutTypeArguments(head);
        return last[(last.LastIndexOf(' ') + 1)..];
    }

    private static string NameIn(string header)
    {
        int constraints = header.IndexOf(" where ", StringComparison.Ordinal);
        string head = constraints < 0 ? header : header[..constraints];
        int colon = head.IndexOf(" : ", StringComparison.Ordinal);
        head = colon < 0 ? head : head[..colon];
        int parameters = head.IndexOf('(', StringComparison.Ordinal);
        head = parameters < 0 ? head : head[..parameters];
        string plain = WithoutTypeArguments(head, arity: true);
        return plain[(plain.LastIndexOf(' ') + 1)..];
    }

    private static string WithoutTypeArguments(string text, bool arity = false)
    {
        System.Text.StringBuilder result = new();
        int depth = 0;
        int count = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '<':
                    depth++;
                    count = depth == 1 ? 1 : count;
                    break;
                case '>':
                    depth--;
                    if (depth == 0 && arity)
                    {
                        result.Append('`').Append(count);
                    }
                    break;
                case ',' when depth == 1:
                    count++;
                    break;
                default:
                    if (depth == 0)
                    {
                        result.Append(c);
                    }
                    break;
            }
        }
        return result.ToString();
    }
}
