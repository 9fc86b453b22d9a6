using Microsoft.CodeAnalysis;
using Notebooks.Language.Cells;
using Notebooks.Magics;

namespace Notebooks.Language.Completion;

/// <summary>Finds what can be written at a place of a cell.</summary>
internal sealed class Completer(CellBinder binder, MagicRegistry magics)
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

    private static CompletionList CompleteCode(CellCode code)
    {
        var cursor = new CursorSyntax(code.Root, code.Cursor);
        if (cursor.IsInText)
        {
            return new CompletionList([], code.Cursor, code.Cursor);
        }

        var candidates = new Candidates(cursor.Word, _ => null);
        if (!MemberCompletions.Add(code, cursor, candidates))
        {
            ScopeCompletions.Add(code, typesOnly: false, candidates);
        }

        return new CompletionList(candidates.ToItems(), cursor.WordStart, code.Cursor);
    }
}
