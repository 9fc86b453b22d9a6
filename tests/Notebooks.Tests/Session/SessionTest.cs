using Notebooks.Session;

namespace Notebooks.Tests.Session;

/// <summary>A session in a folder of its own. One such test runs at a time: the console and the directory are the process's.</summary>
[Collection("session")]
public abstract class SessionTest : IAsyncLifetime
{
    private protected RecordingSink Sink { get; set; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("session-test").FullName;

    private protected CSharpSession Session { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Session = new CSharpSession(new SessionOptions { WorkingDirectory = Folder });
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Ends the session and begins another.</summary>
    private protected async Task Renew()
    {
        await Session.DisposeAsync();
        await InitializeAsync();
    }

    /// <summary>Runs a cell into a fresh sink.</summary>
    private protected async Task<CellResult> Run(string code, CancellationToken cancel = default, string? label = null)
    {
        Sink = new RecordingSink();
        return await Session.RunAsync(code, Sink, cancel, label).WaitAsync(TimeSpan.FromMinutes(2));
    }

    private protected async Task<string> RunOk(string code, string? label = null)
    {
        var result = await Run(code, label: label);
        Assert.True(result.Status == CellStatus.Ok, $"{result.Error?.Name}: {result.Error?.Message}");
        return Sink.Out;
    }

    private protected async Task<CellError> RunError(string code, string? label = null)
    {
        var result = await Run(code, label: label);
        Assert.Equal(CellStatus.Error, result.Status);
        return result.Error!;
    }
}
