using Notebooks.Language;
using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel;

/// <summary>
/// The session and its language service, made in the background, so that the kernel answers kernel_info before the
/// compiler is loaded.
/// </summary>
internal sealed class SessionSource : IDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    private readonly Action<string> log;
    private readonly Lazy<CSharpSession> session;
    private readonly Lazy<LanguageService> language;

    internal SessionSource(string workingDirectory, Action<string> log)
    {
        this.log = log;
        session = new(() => new CSharpSession(new SessionOptions { WorkingDirectory = workingDirectory }));
        language = new(() => new LanguageService(Session));
    }

    /// <summary>The session; the first to ask waits until it is there.</summary>
    internal CSharpSession Session => session.Value;

    /// <summary>Its language service.</summary>
    internal LanguageService Language => language.Value;

    /// <summary>Makes both and warms them up, so that the first cell and the first completion come quickly.</summary>
    internal void Start() => new Thread(WarmUp) { IsBackground = true, Name = "session start" }.Start();

    public void Dispose()
    {
        if (session.IsValueCreated)
        {
            session.Value.DisposeAsync().AsTask().Wait(EndPatience);
        }
    }

    private void WarmUp()
    {
        try
        {
            Task.WaitAll(Session.WarmUpAsync(), Language.WarmUpAsync());
        }
        catch (AggregateException exception)
        {
            // Cells will tell what is wrong; a kernel that ends here could not.
            log($"warm-up failed: {exception.InnerException!.Message}");
        }
    }
}
