using Notebooks.Jupyter.Kernel;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Jupyter;

/// <summary>A C# kernel for Jupyter front ends: messaging protocol 5.4 over ZeroMQ's wire protocol on TCP.</summary>
public static class JupyterKernel
{
    /// <summary>
    /// Runs a kernel in the current directory until a client, a signal, the end of the front end's process or
    /// <paramref name="stop"/> ends it. Returns the exit code: 0, or 1 when it could not start.
    /// </summary>
    /// <param name="connectionFile">The file in which the front end says where to listen.</param>
    /// <param name="log">Receives one line for each thing worth knowing; not seen by the reader of a notebook.</param>
    /// <param name="stop">Ends the kernel.</param>
    public static Task<int> RunAsync(string connectionFile, TextWriter log, CancellationToken stop) =>
        Task.Factory.StartNew(
            () => Run(connectionFile, TextWriter.Synchronized(log), stop),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private static int Run(string connectionFile, TextWriter log, CancellationToken stop)
    {
        void Log(string line) => log.WriteLine($"course kernel: {line}");
        try
        {
            var connection = ConnectionFile.Read(connectionFile);
            using var server = new KernelServer(connection, Environment.CurrentDirectory, new SocketLimits(), Log);
            using var signals = new KernelSignals(server.Interrupt, server.Stop);
            using var parent = ParentWatch.Start(server.Stop);
            server.Run(stop);
            return 0;
        }
        catch (JupyterException problem)
        {
            Log(problem.Message);
            return 1;
        }
    }
}
