using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>Collects what could stand at a place, keeps what fits the typed word, and puts it in order.</summary>
internal sealed class Candidates(string typed, Func<ISymbol, string?> findDocumentation)
{
    private readonly NameMatcher matcher = new(typed);
    private readonly Dictionary<string, Candidate> found = [];

    internal void Add(string text, CompletionKind kind, CompletionRank rank, string? signature = null)
    {
        var match = matcher.Match(text);
        if (match != NameMatch.None)
        {
            found.TryAdd(text, new Candidate(new CompletionItem(text, kind, signature), match, rank, []));
        }
    }

    /// <summary>Adds a symbol under a longer text; the typed word may start the text or the symbol's own name.</summary>
    internal void Add(string text, ISymbol symbol, CompletionRank rank)
    {
        var match = (NameMatch)Math.Min((int)matcher.Match(text), (int)matcher.Match(symbol.Name));
        if (match != NameMatch.None)
        {
            found.TryAdd(text, new Candidate(new CompletionItem(text, SymbolKinds.Of(symbol)), match, rank, [symbol]));
        }
    }

    internal void Add(ISymbol symbol, CompletionRank rank)
    {
        var match = matcher.Match(symbol.Name);
        if (match == NameMatch.None || !OfferedSymbols.IsOffered(symbol))
        {
            return;
        }

        string text = Escaped(symbol.Name);
        if (found.TryGetValue(text, out var known) && known.Rank == rank && known.Symbols.Count > 0)
        {
            known.Symbols.Add(symbol);
        }
        else if (known is null || known.Rank > rank)
        {
            // A function and a type of one name are one text; what is likelier speaks for both.
            found[text] = new Candidate(new CompletionItem(text, SymbolKinds.Of(symbol)), match, rank, [symbol]);
        }
    }

    /// <summary>The items in order. Names that only fit by the starts of their words count when no other fits.</summary>
    internal IReadOnlyList<CompletionItem> ToItems()
    {
        var best = found.Values.Any(candidate => candidate.Match < NameMatch.Words) ? NameMatch.PrefixIgnoringCase : NameMatch.Words;
        return
        [
            .. found.Values.Where(candidate => candidate.Match <= best)
                .OrderBy(candidate => candidate.Match)
                .ThenBy(candidate => candidate.Rank)
                .ThenBy(candidate => candidate.Item.Text[0] == '@')
                .ThenBy(candidate => candidate.Item.Text, StringComparer.OrdinalIgnoreCase)
                .ThenBy(candidate => candidate.Item.Text, StringComparer.Ordinal)
                .Select(Complete),
        ];
    }

    private CompletionItem Complete(Candidate candidate) => candidate.Symbols is [var first, ..]
        ? candidate.Item with
        {
            Signature = SymbolText.Short(first) + (candidate.Symbols.Count > 1 ? $" (+ {candidate.Symbols.Count - 1} more)" : ""),
            FindDocumentation = () => findDocumentation(first),
        }
        : candidate.Item;

    private static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private sealed record Candidate(CompletionItem Item, NameMatch Match, CompletionRank Rank, List<ISymbol> Symbols);
}
