using System.Text;

namespace Site.Mathematics;

/// <summary>Reads one formula and writes it as MathML.</summary>
internal sealed class LatexParser(string latex)
{
    private readonly IReadOnlyList<LatexToken> _tokens = LatexTokenizer.Read(latex);
    private int _next;

    private LatexToken? Peek => _next < _tokens.Count ? _tokens[_next] : null;

    /// <summary>The whole formula.</summary>
    public string Read()
    {
        var row = Row();
        return Peek is { } left ? throw Problem($"'{left.Text}' without its beginning") : row;
    }

    /// <summary>Atoms with their scripts, up to the end or to a token that ends a group, a fence or a cell of a table.</summary>
    private string Row()
    {
        var row = new StringBuilder();
        while (Peek is { } token && token.Text is not ("}" or "\\right" or "\\end" or "\\\\" or "&"))
        {
            row.Append(Scripted());
        }

        return row.ToString();
    }

    private string Scripted()
    {
        var atom = Atom();
        string? below = null, above = null;
        while (Peek is { Text: "_" or "^" or "'" } script)
        {
            _next++;
            ref var place = ref script.Text == "_" ? ref below : ref above;
            if (script.Text == "'")
            {
                above = $"{above}<mo>′</mo>";
                continue;
            }

            // A prime and an exponent share the upper place.
            place += Argument();
        }

        below = below is null ? null : Group(below);
        above = above is null ? null : Group(above);
        return (below, above, atom.HasLimits) switch
        {
            (null, null, _) => atom.MathMl,
            ({ }, null, false) => $"<msub>{atom.MathMl}{below}</msub>",
            (null, { }, false) => $"<msup>{atom.MathMl}{above}</msup>",
            ({ }, { }, false) => $"<msubsup>{atom.MathMl}{below}{above}</msubsup>",
            ({ }, null, true) => $"<munder>{atom.MathMl}{below}</munder>",
            (null, { }, true) => $"<mover>{atom.MathMl}{above}</mover>",
            _ => $"<munderover>{atom.MathMl}{below}{above}</munderover>",
        };
    }

    private (string MathMl, bool HasLimits) Atom()
    {
        var token = Take("a sign");
        if (token.IsCommand && token.Text[0] == '\\')
        {
            return Command(token.Text[1..]);
        }

        return token.Text[0] switch
        {
            '{' => (Braced(), false),
            '-' => ("<mo>−</mo>", false),
            '*' => ("<mo>∗</mo>", false),
            '(' or ')' or '[' or ']' or '|' => (Fence(token.Text, stretchy: false), false),
            >= '0' and <= '9' => (Number(token), false),
            var c when char.IsLetter(c) || char.IsHighSurrogate(c) => ($"<mi>{token.Text}</mi>", false),
            '^' or '_' => throw Problem($"'{token.Text}' behind nothing"),
            _ => ($"<mo>{Html.Escape(token.Text)}</mo>", false),
        };
    }

    private (string MathMl, bool HasLimits) Command(string name)
    {
        if (LatexSymbols.Letters.TryGetValue(name, out var letter))
        {
            return ($"<mi>{letter}</mi>", false);
        }

        if (LatexSymbols.Operators.TryGetValue(name, out var sign))
        {
            return (IsFence(sign) ? Fence(sign, stretchy: false) : $"<mo>{Html.Escape(sign)}</mo>", false);
        }

        if (LatexSymbols.Large.TryGetValue(name, out var large))
        {
            return ($"<mo>{large}</mo>", name != "int");
        }

        if (LatexSymbols.Functions.Contains(name))
        {
            return Function(name);
        }

        if (LatexSymbols.Spaces.TryGetValue(name, out var space))
        {
            return ($"<mspace width=\"{space}\"/>", false);
        }

        if (LatexSymbols.Accents.TryGetValue(name, out var accent))
        {
            return ($"<mover accent=\"true\">{Group(Argument())}<mo stretchy=\"{Stretches(name)}\">{accent}</mo></mover>", false);
        }

        if (LatexSymbols.Alphabets.TryGetValue(name, out var alphabet))
        {
            return (InAlphabet(alphabet), false);
        }

        if (LatexSymbols.FenceSizes.Contains(name))
        {
            return (Fence(FenceSign(), stretchy: false), false);
        }

        return name switch
        {
            "frac" or "tfrac" or "dfrac" => ($"<mfrac>{Group(Argument())}{Group(Argument())}</mfrac>", false),
            "sqrt" => ($"<msqrt>{Argument()}</msqrt>", false),
            "text" or "mbox" or "textrm" => ($"<mtext>{Html.Escape(RawArgument()).Replace(' ', '\u00a0')}</mtext>", false),
            "left" => (Stretched(), false),
            "begin" => (LatexTable(), false),
            "underbrace" => ($"<munder>{Group(Argument())}<mo stretchy=\"true\">⏟</mo></munder>", true),
            "overbrace" => ($"<mover>{Group(Argument())}<mo stretchy=\"true\">⏞</mo></mover>", true),
            _ => throw Problem($"unknown command \\{name}"),
        };
    }

    private (string MathMl, bool HasLimits) Function(string name)
    {
        if (LatexSymbols.FunctionsWithLimits.Contains(name))
        {
            return ($"<mo movablelimits=\"true\">{name}</mo>", true);
        }

        // The invisible operator "function application" parts the name from what follows; a script must come before it.
        return Peek is { Text: "_" or "^" } ? ($"<mi>{name}</mi>", false) : ($"<mrow><mi>{name}</mi><mo>&#x2061;</mo></mrow>", false);
    }

    private static string Stretches(string accent) => accent is "widehat" or "widetilde" or "overline" ? "true" : "false";

    /// <summary>A group in braces, one digit, or one atom: \frac12 is a half.</summary>
    private string Argument()
    {
        switch (Peek)
        {
            case { Text: "{" }:
                _next++;
                return Braced();
            case { Text: [>= '0' and <= '9'] digit }:
                _next++;
                return $"<mn>{digit}</mn>";
            default:
                return Atom().MathMl;
        }
    }

    private string Braced()
    {
        var row = Row();
        if (Take("a closing brace").Text != "}")
        {
            throw Problem("a brace is not closed");
        }

        return Group(row);
    }

    /// <summary>The text between braces as written, blanks included.</summary>
    private string RawArgument()
    {
        var open = Take("an opening brace");
        var depth = open.Text == "{" ? 1 : throw Problem("an argument in braces is missing");
        while (depth > 0)
        {
            depth += Take("a closing brace").Text switch { "{" => 1, "}" => -1, _ => 0 };
        }

        return latex[(open.Start + 1).._tokens[_next - 1].Start];
    }

    private string InAlphabet(LatexAlphabet alphabet)
    {
        // \mathbf x without braces takes one sign.
        var text = Peek is { Text: "{" } ? RawArgument() : Take("a letter").Text;
        if (text.Contains('\\') || text.Contains('_') || text.Contains('^'))
        {
            var nested = new LatexParser(text).Read();
            return $"<mrow>{nested}</mrow>";
        }

        var letters = Html.Escape(MathLetters.In(alphabet, text.Trim()));
        return alphabet == LatexAlphabet.Upright ? $"<mi mathvariant=\"normal\">{letters}</mi>" : $"<mi>{letters}</mi>";
    }

    private string Stretched()
    {
        var open = Fence(FenceSign(), stretchy: true);
        var row = Row();
        if (Peek is not { Text: "\\right" })
        {
            throw Problem("\\left without \\right");
        }

        _next++;
        return $"<mrow>{open}{row}{Fence(FenceSign(), stretchy: true)}</mrow>";
    }

    /// <summary>The sign behind \left, \right or \big; a dot stands for none.</summary>
    private string FenceSign()
    {
        var token = Take("a fence");
        if (token.Text == ".")
        {
            return "";
        }

        var sign = token.IsCommand && LatexSymbols.Operators.TryGetValue(token.Text[1..], out var known) ? known : token.Text;
        return IsFence(sign) ? sign : throw Problem($"'{token.Text}' is no fence");
    }

    private static bool IsFence(string sign) => sign.Length == 1 && "()[]{}|‖⟨⟩⌊⌋⌈⌉/".Contains(sign, StringComparison.Ordinal);

    private static string Fence(string sign, bool stretchy) =>
        sign.Length == 0 ? "" : $"<mo stretchy=\"{(stretchy ? "true" : "false")}\">{sign}</mo>";

    private string Number(LatexToken first)
    {
        var end = first.Start + 1;
        while (_next < _tokens.Count && _tokens[_next].Start == end
            && (char.IsAsciiDigit(_tokens[_next].Text[0]) || IsPoint(_next)))
        {
            end++;
            _next++;
        }

        return $"<mn>{latex[first.Start..end]}</mn>";
    }

    /// <summary>A point or comma is part of a number when a digit follows at once: 2.303, 10,000.</summary>
    private bool IsPoint(int index) =>
        _tokens[index].Text == "." && index + 1 < _tokens.Count && char.IsAsciiDigit(_tokens[index + 1].Text[0])
        && _tokens[index + 1].Start == _tokens[index].Start + 1;

    /// <summary>An environment: rows separated by \\, columns by an ampersand.</summary>
    private string LatexTable()
    {
        var kind = RawArgument();
        var (open, close) = kind switch
        {
            "cases" => ("{", ""),
            "pmatrix" => ("(", ")"),
            "bmatrix" => ("[", "]"),
            "matrix" or "aligned" or "align" => ("", ""),
            _ => throw Problem($"unknown environment {kind}"),
        };
        var table = new StringBuilder("<mtr><mtd>");
        while (true)
        {
            table.Append(Row());
            var token = Take("\\end");
            if (token.Text == "\\end")
            {
                break;
            }

            table.Append(token.Text switch
            {
                "&" => "</mtd><mtd>",
                "\\\\" => "</mtd></mtr><mtr><mtd>",
                _ => throw Problem($"'{token.Text}' in an environment"),
            });
        }

        if (RawArgument() != kind)
        {
            throw Problem($"\\begin{{{kind}}} ends as something else");
        }

        var style = kind is "cases" ? " class=\"cases\"" : kind is "aligned" or "align" ? " class=\"aligned\"" : "";
        return $"<mrow>{Fence(open, stretchy: true)}<mtable{style}>{table}</mtd></mtr></mtable>{Fence(close, stretchy: true)}</mrow>";
    }

    private LatexToken Take(string expected) =>
        _next < _tokens.Count ? _tokens[_next++] : throw Problem($"the formula ends where {expected} is expected");

    private static string Group(string row) => $"<mrow>{row}</mrow>";

    private MathException Problem(string what) => new($"{what} in ${latex.Trim()}$");
}
