using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Clients.Tests.Support;

namespace Clients.Tests;

/// <summary>Jupyter Notebook on loopback, over a copy of the chapters whose data and library are the clone's own.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private JupyterServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where the server answers, with its token.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<JupyterServer> StartAsync(InstalledKernel kernel)
    {
        var folder = CopyCourse(kernel.Folder);
        var port = FreePort();
        var token = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(
            Installed.Python,
            [
                "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
                $"--NotebookApp.token={token}", $"--notebook-dir={folder}",
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in kernel.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new JupyterServer(process, new Uri($"http://127.0.0.1:{port}/?token={token}"));
        await server.AnswersAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The front end saves what it opens, so it gets its own chapters.
    private static string CopyCourse(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, "course")).FullName;
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var chapter in Directory.EnumerateFiles(Installed.Repository.Notebooks, "*.ipynb"))
        {
            File.Copy(chapter, Path.Combine(notebooks, Path.GetFileName(chapter)));
        }

        foreach (var shared in (string[])["lib", "datasets"])
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, shared), Path.Combine(Installed.Repository.Root, shared));
        }

        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit; await Task.Delay(200))
        {
            try
            {
                using var answer = await http.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("Jupyter Notebook did not start.");
    }
}
