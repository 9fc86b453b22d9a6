namespace Notebooks.Jupyter.Kernel;

/// <summary>Answers one type of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The message type, such as "kernel_info_request".</summary>
    string RequestType { get; }

    /// <summary>Does what was asked and replies.</summary>
    /// <exception cref="Messages.MalformedMessageException">The content lacks something.</exception>
    Task HandleAsync(Request request);
}
