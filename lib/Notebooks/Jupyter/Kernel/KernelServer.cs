using System.Net;
using System.Net.Sockets;
using Notebooks.Jupyter.Kernel.Comms;
using Notebooks.Jupyter.Kernel.Execution;
using Notebooks.Jupyter.Kernel.Language;
using Notebooks.Jupyter.Messages;
using Notebooks.Jupyter.Wire;
using Notebooks.Language;

namespace Notebooks.Jupyter.Kernel;

/// <summary>The five sockets of a kernel, the threads that answer them, and the session behind.</summary>
internal sealed class KernelServer : IDisposable
{
    private static readonly TimeSpan LastRequestPatience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastMessagePatience = TimeSpan.FromSeconds(0.5);

    private readonly Action<string> log;
    private readonly MessageCodec codec;
    private readonly IPAddress address;
    private readonly SocketLimits limits;
    private readonly List<IDisposable> opened = [];
    private readonly RouterSocket shell;
    private readonly RouterSocket control;
    private readonly ReplySocket heartbeat;
    private readonly StandardInput input;
    private readonly IoPub ioPub;
    private readonly SessionSource session;
    private readonly RunningCell running = new();
    private readonly IRequestHandler[] helpHandlers;
    private readonly RequestQueue helpRequests;
    private readonly RequestQueue shellRequests;
    private readonly RequestQueue controlRequests;
    private readonly ManualResetEventSlim stopping = new();

    /// <summary>Binds the sockets.</summary>
    /// <exception cref="JupyterException">An address is taken, or is not this machine's.</exception>
    internal KernelServer(ConnectionFile connection, string workingDirectory, SocketLimits limits, Action<string> log)
    {
        this.log = log;
        this.limits = limits;
        address = connection.Address;
        codec = new MessageCodec(connection.Key);
        try
        {
            heartbeat = Open("heartbeat", connection.HeartbeatPort, at => new ReplySocket(at, limits, log));
            input = Open("stdin", connection.StdinPort, at => new StandardInput(at, limits, codec, log));
            ioPub = Open("iopub", connection.IoPubPort, at => new IoPub(at, limits, codec, log));
            control = OpenRouter("control", connection.ControlPort, request => controlRequests!.Add(request));
            shell = OpenRouter("shell", connection.ShellPort, AddToShell);
        }
        catch
        {
            Dispose();
            throw;
        }

        session = new SessionSource(workingDirectory, log);
        helpHandlers = [new CompleteHandler(session), new InspectHandler(session), new IsCompleteHandler(session)];
        helpRequests = new RequestQueue("help", new RequestDispatcher(helpHandlers, ioPub, log, StayBusy));
        shellRequests = new RequestQueue("shell", new RequestDispatcher(ShellHandlers(), ioPub, log));
        controlRequests = new RequestQueue("control", new RequestDispatcher(ControlHandlers(), ioPub, log));
    }

    /// <summary>Answers requests until told to stop.</summary>
    internal void Run(CancellationToken stop)
    {
        session.Start();
        helpRequests.Start();
        shellRequests.Start();
        controlRequests.Start();
        heartbeat.Start();
        input.Start();
        ioPub.Start();
        control.Start();
        shell.Start();
        ioPub.Status("starting", null);
        using (stop.Register(Stop))
        {
            stopping.Wait(CancellationToken.None);
        }

        Shutdown();
    }

    /// <summary>Makes <see cref="Run"/> end.</summary>
    internal void Stop() => stopping.Set();

    /// <summary>Interrupts the cell that runs, if any.</summary>
    internal void Interrupt() => running.Interrupt();

    public void Dispose() => opened.ForEach(socket => socket.Dispose());

    // The requests being answered get their answers, as far as that is quick.
    private void Shutdown()
    {
        running.InterruptForGood();
        controlRequests.Stop(LastRequestPatience);
        helpRequests.Stop(LastRequestPatience);
        shellRequests.Stop(LastRequestPatience);
        shell.Close(LastMessagePatience);
        control.Close(LastMessagePatience);
        ioPub.Close(LastMessagePatience);
        input.Close(TimeSpan.Zero);
        heartbeat.Close(TimeSpan.Zero);
        session.Dispose();
    }

    // What helps to write the next cell does not wait for the end of the one that runs.
    private void AddToShell(Request request)
    {
        bool isHelp = Array.Exists(helpHandlers, handler => handler.RequestType == request.Type);
        (isHelp && running.IsRunning ? helpRequests : shellRequests).Add(request);
    }

    // Front ends take the last status for the kernel's, whatever request it belongs to.
    private void StayBusy() => running.WhileRunning(header => ioPub.Status("busy", header));

    private IRequestHandler[] ShellHandlers()
    {
        var history = new InputHistory();
        var execute = new ExecuteHandler(session, ioPub, input, running, history);
        execute.Failed += () => shellRequests.Abort(execute.RequestType);
        return
        [
            new KernelInfoHandler(),
            execute,
            .. helpHandlers,
            new HistoryHandler(history),
            new CommInfoHandler(),
            new CommOpenHandler(ioPub),
            new CommIgnoredHandler("comm_msg"),
            new CommIgnoredHandler("comm_close"),
            new ShutdownHandler(ioPub, Stop),
        ];
    }

    private IRequestHandler[] ControlHandlers() =>
        [new KernelInfoHandler(), new InterruptHandler(running), new ShutdownHandler(ioPub, Stop)];

    private RouterSocket OpenRouter(string channel, int port, Action<Request> add)
    {
        RouterSocket? router = null;
        router = Open(channel, port, at => new RouterSocket(at, limits, (client, parts) =>
        {
            try
            {
                var message = codec.Decode(parts);
                add(new Request(message, client, (type, content) =>
                    router!.Send(client, codec.Encode(message.Route, type, message.RawHeader, content))));
            }
            catch (MalformedMessageException malformed)
            {
                log($"{channel} message dropped: {malformed.Message}");
            }
        }, log));
        return router;
    }

    private T Open<T>(string channel, int port, Func<IPEndPoint, T> open)
        where T : IDisposable
    {
        var endPoint = new IPEndPoint(address, port);
        try
        {
            var socket = open(endPoint);
            opened.Add(socket);
            return socket;
        }
        catch (SocketException exception)
        {
            bool isTaken = exception.SocketErrorCode == SocketError.AddressAlreadyInUse;
            string cause = isTaken ? "it is taken by another program" : exception.Message;
            throw new JupyterException($"cannot listen on {endPoint} for {channel}: {cause}. Start the kernel again with other ports.");
        }
    }
}
