using System.Text;
using Notebooks.Documents;
using Notebooks.Running;

namespace Cli.Running.Isolation;

/// <summary>The worker's side: runs one notebook in this process and reports over the console streams.</summary>
internal static class NotebookWorker
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        // The session redirects Console; the protocol keeps the real streams.
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var gate = new Lock();
        void Send(WorkerMessage message)
        {
            lock (gate)
            {
                output.WriteLine(WorkerProtocol.Write(message));
            }
        }

        if (await input.ReadLineAsync(cancel) is not { } line)
        {
            return ExitCode.Usage;
        }

        var request = WorkerProtocol.ReadRequest(line);
        using var stop = new CancellationTokenSource();
        _ = Task.Run(() => WatchInput(input, stop), CancellationToken.None);
        try
        {
            var document = NotebookDocument.Parse(request.Content, request.Path);
            var run = await new NotebookRunner().RunAsync(document, request.Options, new Reporter(Send), stop.Token);
            Send(new WorkerMessage(Run: run));
        }
        catch (NotebookException e)
        {
            Send(new WorkerMessage(Refusal: e.Message));
        }

        // A cell that did not stop may still hold a thread.
        output.Flush();
        Environment.Exit(ExitCode.Success);
        return ExitCode.Success;
    }

    private static void WatchInput(StreamReader input, CancellationTokenSource stop)
    {
        while (input.ReadLine() is { } line)
        {
            if (line == WorkerProtocol.Cancel)
            {
                stop.Cancel();
            }
        }

        // The tool is gone: nobody reads the result.
        Environment.Exit(ExitCode.Cancelled);
    }

    private sealed class Reporter(Action<WorkerMessage> send) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => send(new WorkerMessage(Progress: value));
    }
}
