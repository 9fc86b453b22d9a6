extern alias course;

using System.Text.Json.Nodes;
using course::Notebooks.Running;
using course::Notebooks.Session;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Interactive;

/// <summary>Runs the cells of a notebook in .NET Interactive's C# kernel, and hands on what they show.</summary>
public sealed class InteractiveExecutor : ICellExecutor
{
    private readonly CompositeKernel _kernel;

    /// <summary>A kernel of its own whose relative paths begin at a folder. The working directory is the process's: one at a time.</summary>
    public InteractiveExecutor(string workingDirectory)
    {
        Environment.CurrentDirectory = workingDirectory;
        var csharp = new CSharpKernel().UseKernelHelpers().UseWho();
        _kernel = new CompositeKernel { csharp };
        _kernel.DefaultKernelName = csharp.Name;
        CourseExtension.Register();
    }

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(string code, IOutputSink sink, string label, CancellationToken cancel)
    {
        KernelCommandResult result = await _kernel.SendAsync(new SubmitCode(code), cancel);
        CellError? error = null;
        foreach (KernelEvent shown in result.Events)
            switch (shown)
            {
                case StandardOutputValueProduced output:
                    sink.Stream("stdout", Text(output));
                    break;
                case StandardErrorValueProduced output:
                    sink.Stream("stderr", Text(output));
                    break;
                case ReturnValueProduced value:
                    sink.Result(Bundle(value));
                    break;
                case DisplayedValueUpdated value:
                    sink.Update(Bundle(value));
                    break;
                case DisplayedValueProduced value:
                    sink.Display(Bundle(value));
                    break;
                case CommandFailed failure:
                    error = new CellError(
                        failure.Exception?.GetType().Name ?? "Error", failure.Message, [$"{label}: {failure.Message}"], null, null);
                    break;
            }

        return error is not null ? new CellResult(CellStatus.Error, error)
            : cancel.IsCancellationRequested ? new CellResult(CellStatus.Cancelled, null)
            : new CellResult(CellStatus.Ok, null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _kernel.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Text(DisplayEvent shown) => string.Concat(shown.FormattedValues.Select(value => value.Value));

    private static MimeBundle Bundle(DisplayEvent shown) => new(
        shown.FormattedValues.ToDictionary(value => value.MimeType, Node), shown.ValueId);

    private static JsonNode Node(FormattedValue value) =>
        value.MimeType == "application/json" || value.MimeType.EndsWith("+json", StringComparison.Ordinal)
            ? JsonNode.Parse(value.Value)!
            : JsonValue.Create(value.Value);
}
