using Notebooks.Language;
using Notebooks.Tests.Session;

namespace Notebooks.Tests.Language;

/// <summary>A session with its language service. In the code given, <c>|</c> stands for the cursor.</summary>
public abstract class LanguageTest : SessionTest
{
    private LanguageService? service;

    private protected LanguageService Service => service ??= new LanguageService(Session);

    private protected static (string Code, int Cursor) Place(string marked)
    {
        int cursor = marked.IndexOf('|');
        Assert.True(cursor >= 0, "the code has no cursor");
        return (marked.Remove(cursor, 1), cursor);
    }

    private protected Task<CompletionList> Complete(string marked)
    {
        var (code, cursor) = Place(marked);
        return Task.Run(() => Service.Completer.Complete(code, cursor, CancellationToken.None)).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private protected async Task<string[]> Texts(string marked) => [.. (await Complete(marked)).Items.Select(item => item.Text)];
}
