using System.Net;
using System.Net.Sockets;
using Notebooks.Jupyter;
using Notebooks.Jupyter.Kernel;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>A kernel in this process, on free ports.</summary>
public sealed class TestKernel : IDisposable
{
    internal const string Key = "b1946ac9-2492-4d23-a62f-0e0c2c5f1a77";

    private readonly string folder = Directory.CreateTempSubdirectory("kernel-test").FullName;
    private readonly KernelServer server;
    private readonly Thread thread;

    public TestKernel()
    {
        (Connection, server) = Open();
        thread = new Thread(() => server.Run(CancellationToken.None));
        thread.Start();
    }

    internal ConnectionFile Connection { get; }

    internal SharedLog Log { get; } = new();

    internal TestClient Connect(string identity = "") => new(Connection, identity);

    internal void Interrupt() => server.Interrupt();

    /// <summary>Whether the kernel has come to its end.</summary>
    internal bool WaitForEnd() => thread.Join(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        server.Stop();
        thread.Join();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Another program can take a port between the look and the start.
    private (ConnectionFile Connection, KernelServer Server) Open()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                int[] ports = FreePorts(5);
                var connection = new ConnectionFile(IPAddress.Loopback, ports[0], ports[1], ports[2], ports[3], ports[4], Key);
                return (connection, new KernelServer(connection, folder, new SocketLimits(), Log.Add));
            }
            catch (JupyterException) when (attempt < 10)
            {
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
