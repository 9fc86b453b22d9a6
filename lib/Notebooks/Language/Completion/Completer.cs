using Notebooks.Language.Cells;
using Notebooks.Language.Documentation;
using Notebooks.Magics;
using Notebooks.Session;

namespace Notebooks.Language.Completion;

/// <summary>Finds what can be written at a place of a cell.</summary>
internal sealed class Completer(CSharpSession session, CellBinder binder, DocumentationFinder documentation, MagicRegistry magics)
{
    private readonly MagicCompletions magicCompletions = new(session, magics);

    internal CompletionList Complete(string code, int cursor, CancellationToken cancel)
    {
        var layout = new CellLayout(code, magics);
        string line = code[(code.LastIndexOf('\n', Math.Max(cursor - 1, 0), Math.Max(cursor, 0)) + 1)..cursor];
        return layout.At(cursor).Kind switch
        {
            CellRegionKind.Code => CompleteCode(Bind(code, cursor, cancel), line),
            CellRegionKind.MagicBody => new CompletionList([], cursor, cursor),
            _ when string.IsNullOrWhiteSpace(line) => new CompletionList([], cursor, cursor),
            _ => magicCompletions.Complete(line, cursor),
        };
    }

    private CellCode Bind(string code, int cursor, CancellationToken cancel) =>
        binder.Bind(new CellLayout(Placeholder.Insert(code, cursor), magics), cursor, cancel);

    private CompletionList CompleteCode(CellCode code, string line)
    {
        var cursor = new CursorSyntax(code.Root, code.Cursor);
        if (cursor.IsInText)
        {
            return PathCompletions.Complete(code, session.WorkingDirectory) ?? new CompletionList([], code.Cursor, code.Cursor);
        }

        if (MagicCompletions.IsName(line))
        {
            return magicCompletions.Complete(line, code.Cursor);
        }

        var candidates = new Candidates(cursor.Word, symbol => documentation.Summary(symbol, code.Compilation));
        if (!KeywordCompletions.AddBehindValue(code, cursor, candidates)
            && !TypePlaces.GivesName(code.Root, cursor)
            && !MemberCompletions.Add(code, cursor, candidates)
            && !InitializerCompletions.Add(code, cursor, candidates))
        {
            bool typesOnly = TypePlaces.AsksForType(cursor);
            EnumCompletions.Add(code, cursor, candidates);
            ArgumentNameCompletions.Add(code, cursor, candidates);
            KeywordCompletions.Add(code, cursor, typesOnly, candidates);
            ScopeCompletions.Add(code, typesOnly, candidates);
        }

        return new CompletionList(candidates.ToItems(), cursor.WordStart, code.Cursor);
    }
}
