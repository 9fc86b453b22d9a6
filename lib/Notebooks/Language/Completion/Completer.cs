using Microsoft.CodeAnalysis;
using Notebooks.Language.Cells;
using Notebooks.Language.Documentation;
using Notebooks.Magics;

namespace Notebooks.Language.Completion;

/// <summary>Finds what can be written at a place of a cell.</summary>
internal sealed class Completer(CellBinder binder, DocumentationFinder documentation, MagicRegistry magics)
{
    internal CompletionList Complete(string code, int cursor, CancellationToken cancel)
    {
        var layout = new CellLayout(code, magics);
        return layout.At(cursor).Kind switch
        {
            CellRegionKind.Code => CompleteCode(binder.Bind(layout, cursor, cancel)),
            _ => new CompletionList([], cursor, cursor),
        };
    }

    private CompletionList CompleteCode(CellCode code)
    {
        var cursor = new CursorSyntax(code.Root, code.Cursor);
        if (cursor.IsInText)
        {
            return new CompletionList([], code.Cursor, code.Cursor);
        }

        var candidates = new Candidates(cursor.Word, symbol => documentation.Summary(symbol, code.Compilation));
        if (!MemberCompletions.Add(code, cursor, candidates))
        {
            ScopeCompletions.Add(code, typesOnly: false, candidates);
        }

        return new CompletionList(candidates.ToItems(), cursor.WordStart, code.Cursor);
    }
}
