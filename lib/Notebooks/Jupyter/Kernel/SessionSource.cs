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

    private readonly string workingDirectory;
    private readonly Action<string> log;
    private readonly Lock gate = new();
    private readonly Lazy<LanguageService> language;
    private CSharpSession? session;
    private bool hasEnded;

    internal SessionSource(string workingDirectory, Action<string> log)
    {
        this.workingDirectory = workingDirectory;
        this.log = log;
        language = new(() => new LanguageService(Session));
    }

    /// <summary>The session; the first to ask waits until it is there.</summary>
    /// <exception cref="ObjectDisposedException">The kernel has ended.</exception>
    internal CSharpSession Session
    {
        get
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(hasEnded, this);
                return session ??= new CSharpSession(new SessionOptions { WorkingDirectory = workingDirectory });
            }
        }
    }

    /// <summary>Its language service.</summary>
    internal LanguageService Language => language.Value;

    /// <summary>Makes both and warms them up, so that the first cell and the first completion come quickly.</summary>
    internal void Start() => new Thread(WarmUp) { IsBackground = true, Name = "session start" }.Start();

    public void Dispose()
    {
        // A kernel may end while its session is still being made: it is waited for here, and not made afterwards.
        lock (gate)
        {
            hasEnded = true;
        }

        session?.DisposeAsync().AsTask().Wait(EndPatience);
    }

    private void WarmUp()
    {
        try
        {
            Task.WaitAll(Session.WarmUpAsync(), Language.WarmUpAsync());
        }
        catch (Exception) when (hasEnded)
        {
            // Nobody needs a warm session any more.
        }
        catch (AggregateException exception)
        {
            // Cells will tell what is wrong; a kernel that ends here could not.
            log($"warm-up failed: {exception.InnerException!.Message}");
        }
    }
}
