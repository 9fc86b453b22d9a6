using Notebooks.Language.Cells;
using Notebooks.Language.Completion;
using Notebooks.Language.Documentation;
using Notebooks.Language.Inspecting;
using Notebooks.Magics;
using Notebooks.Session;

namespace Notebooks.Language;

/// <summary>
/// Helps a reader write the next cell of a session: completion and documentation. It never runs code, and works
/// while a cell runs. Cursors are offsets in UTF-16 units; one outside the code counts as its nearest end.
/// </summary>
public sealed class LanguageService
{
    private const string WarmUpCode = "var text = $\"{1}\"; text.Trim(); Cons";

    private readonly MagicRegistry magics = new();
    private readonly Completer completer;
    private readonly Inspector inspector;

    /// <summary>The service for one session.</summary>
    public LanguageService(CSharpSession session)
    {
        var binder = new CellBinder(session);
        var documentation = new DocumentationFinder();
        completer = new Completer(session, binder, documentation, magics);
        inspector = new Inspector(session, binder, documentation, magics);
    }

    /// <summary>Works out a completion nobody asked for, so that the first one wanted comes quickly.</summary>
    public async Task WarmUpAsync()
    {
        await CompleteAsync(WarmUpCode, WarmUpCode.IndexOf('.') + 1, CancellationToken.None).ConfigureAwait(false);
        await CompleteAsync(WarmUpCode, WarmUpCode.Length, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>What can be written at the cursor, the likeliest first. Any text is taken, whole or not.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CompletionList> CompleteAsync(string code, int cursor, CancellationToken cancel)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        return Task.Run(() => completer.Complete(code, cursor, cancel), cancel);
    }

    /// <summary>What is known about the name or call at the cursor, or null.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">An offset in it.</param>
    /// <param name="detail">0: what a tooltip holds; 1: everything.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Inspection?> InspectAsync(string code, int cursor, int detail, CancellationToken cancel)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        return Task.Run(() => inspector.Inspect(code, cursor, detail > 0, cancel), cancel);
    }

    /// <summary>Whether the code could run as it stands, or another line is wanted.</summary>
    public Completeness CheckComplete(string code) => CompletenessCheck.Of(code, magics);
}
