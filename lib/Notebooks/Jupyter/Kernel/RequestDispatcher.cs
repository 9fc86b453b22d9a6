using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel;

/// <summary>Hands each request to the handler of its type, between the statuses busy and idle.</summary>
/// <param name="handlers">One for each type.</param>
/// <param name="ioPub">Where the statuses go.</param>
/// <param name="log">Receives what went wrong.</param>
/// <param name="answered">Called after each idle.</param>
internal sealed class RequestDispatcher(
    IEnumerable<IRequestHandler> handlers, IoPub ioPub, Action<string> log, Action? answered = null)
{
    private readonly Dictionary<string, IRequestHandler> handlers = handlers.ToDictionary(handler => handler.RequestType);

    internal async Task HandleAsync(Request request)
    {
        ioPub.Status("busy", request.Header);
        try
        {
            if (handlers.TryGetValue(request.Type, out var handler))
            {
                await handler.HandleAsync(request);
            }
            else
            {
                log($"no answer to a message of unknown type {request.Type}");
            }
        }
        catch (MalformedMessageException malformed)
        {
            request.ReplyError("MalformedMessage", $"{request.Type}: {malformed.Message}");
        }
        catch (Exception fault)
        {
            // Whatever fails in one request, the next must be answered.
            log($"{request.Type} failed: {fault}");
            request.ReplyError(fault.GetType().Name, fault.Message);
        }
        finally
        {
            ioPub.Status("idle", request.Header);
            answered?.Invoke();
        }
    }
}
