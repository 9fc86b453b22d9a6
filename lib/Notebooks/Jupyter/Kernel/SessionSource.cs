using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel;

/// <summary>The session, made in the background, so that the kernel answers kernel_info before the compiler is loaded.</summary>
internal sealed class SessionSource(string workingDirectory, Action<string> log) : IDisposable
{
    private readonly Lazy<CSharpSession> session = new(() => new CSharpSession(new SessionOptions { WorkingDirectory = workingDirectory }));

    /// <summary>The session; the first to ask waits until it is there.</summary>
    internal CSharpSession Session => session.Value;

    /// <summary>Makes the session and warms it up, so that the first cell starts quickly.</summary>
    internal void Start() => new Thread(WarmUp) { IsBackground = true, Name = "session start" }.Start();

    public void Dispose()
    {
        if (session.IsValueCreated)
        {
            session.Value.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(2));
        }
    }

    private void WarmUp()
    {
        try
        {
            Session.WarmUpAsync().GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            // Cells will tell what is wrong; a kernel that ends here could not.
            log($"warm-up failed: {exception.Message}");
        }
    }
}
