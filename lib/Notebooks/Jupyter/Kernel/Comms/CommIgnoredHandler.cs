namespace Notebooks.Jupyter.Kernel.Comms;

/// <summary>Takes messages to comms that are closed: a front end may send some before it learns so.</summary>
internal sealed class CommIgnoredHandler(string requestType) : IRequestHandler
{
    public string RequestType => requestType;

    public Task HandleAsync(Request request) => Task.CompletedTask;
}
