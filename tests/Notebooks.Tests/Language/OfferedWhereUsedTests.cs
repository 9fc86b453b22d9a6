using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Tests.Language;

/// <summary>A cell that compiles is the measure: each name in it was the right answer when it was typed.</summary>
public sealed class OfferedWhereUsedTests : LanguageTest
{
    private const string Cell =
        """
        using System.Text.RegularExpressions;
        using Words = System.Collections.Generic.Dictionary<string, int>;

        enum Side { Left, Right }

        record Place(int Line, Side Side = Side.Left)
        {
            public static Place Start => new(0);
            public Place Below => this with { Line = Line + 1 };
        }

        class Text<T> : List<T> where T : IComparable<T>
        {
            private readonly Func<T, bool> filter;
            public Text(Func<T, bool> filter) { this.filter = filter; }
            public int Kept { get; private set; }
            public void Keep(T item)
            {
                if (filter(item)) { Add(item); Kept++; }
            }
            public IEnumerable<T> Sorted(bool descending) =>
                descending ? this.OrderByDescending(item => item) : this.OrderBy(item => item);
        }

        int Count(string line, out Words words)
        {
            words = new Words();
            foreach (Match match in Regex.Matches(line, "[a-z]+"))
            {
                words[match.Value] = words.GetValueOrDefault(match.Value) + match.Length;
            }
            return words.Values.Sum();
        }

        async Task<string> Slowly(string text, int times = 2)
        {
            await Task.Delay(times);
            return text switch { { Length: > 3 } found when found.Contains('a') => found[1..^1].Trim(), null => "", _ => text };
        }

        var long_text = new Text<string>(word => word.Length > 2) { Capacity = 4 };
        long_text.Keep(string.Join(", ", new[] { "b", "a" }.Select((name, index) => $"{name}{index:0}")));
        var total = Count(line: long_text[0], out var found);
        var place = total is > 3 and < 99 && found is { Count: var size } ? Place.Start.Below : new Place(total, Side.Right);
        var pairs = from pair in found where pair.Value > 1 orderby pair.Key select (pair.Key, Twice: pair.Value * 2);
        var first = pairs.FirstOrDefault().Twice.ToString()?.PadLeft(place.Line);
        if (place.Side == Side.Left && Enum.TryParse<Side>(await Slowly(first), out var side))
        {
            Console.WriteLine(side);
        }
        """;

    [Fact]
    public async Task The_cell_compiles()
    {
        await RunOk(Cell);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_name_is_offered_with_and_without_the_rest_of_the_cell(int typed)
    {
        var missed = new List<string>();
        foreach (var name in Names())
        {
            string text = name.Identifier.ValueText;
            int cursor = name.Identifier.SpanStart + Math.Min(typed, text.Length);
            string before = Cell[..cursor];
            foreach (string after in new[] { Cell[name.Identifier.Span.End..], "" })
            {
                var items = (await Task.Run(() => Service.Completer.Complete(before + after, cursor, CancellationToken.None))).Items;
                if (!items.Any(item => item.Text == text || item.Text.EndsWith("." + text, StringComparison.Ordinal)))
                {
                    missed.Add($"{(after.Length > 0 ? "within" : "at the end")}: {before[(before.LastIndexOf('\n') + 1)..]}|{text}");
                }
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public async Task Every_name_is_known()
    {
        var unknown = new List<string>();
        foreach (var name in Names())
        {
            int cursor = name.Identifier.SpanStart + 1;
            var found = await Task.Run(() => Service.Inspector.Inspect(Cell, cursor, everything: false, CancellationToken.None));

            // An alias that is created shows the constructors of its type.
            string text = name.Parent is ObjectCreationExpressionSyntax ? "new " : name.Identifier.ValueText;
            if (found?.PlainText.Contains(text) != true)
            {
                unknown.Add($"{name.Parent}: {name.Identifier.ValueText}");
            }
        }

        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
    }

    private static IEnumerable<SimpleNameSyntax> Names() =>
        CSharpSyntaxTree.ParseText(Cell, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot()
            .DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not (NameColonSyntax or NameEqualsSyntax or TypeParameterConstraintClauseSyntax))
            .Where(name => name.Identifier.ValueText is not ("var" or "_"));
}
