using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>Collects what could stand at a place, keeps what fits the typed word, and puts it in order.</summary>
internal sealed class Candidates(string typed, Func<ISymbol, string?> findDocumentation)
{
    private readonly NameMatcher matcher = new(typed);
    private readonly Dictionary<(string Text, bool IsType), Candidate> found = [];

    internal void Add(string text, CompletionKind kind, CompletionRank rank, string? signature = null)
    {
        var match = matcher.Match(text);
        if (match != NameMatch.None)
        {
            found.TryAdd((text, false), new Candidate(new CompletionItem(text, kind, signature), match, rank, []));
        }
    }

    internal void Add(ISymbol symbol, CompletionRank rank)
    {
        var match = matcher.Match(symbol.Name);
        if (match == NameMatch.None || !OfferedSymbols.IsOffered(symbol))
        {
            return;
        }

        var key = (symbol.Name, symbol is INamespaceOrTypeSymbol);
        if (!found.TryGetValue(key, out var candidate))
        {
            candidate = new Candidate(new CompletionItem(Escaped(symbol.Name), SymbolKinds.Of(symbol)), match, rank, []);
            found.Add(key, candidate);
        }

        candidate.Symbols.Add(symbol);
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
