using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cli.Running.Isolation;

/// <summary>
/// How the tool and a worker talk: JSON lines, the worker's marked by a record separator (RFC 7464), so that text which native code
/// prints to the same stream is not taken for a message.
/// </summary>
internal static class WorkerProtocol
{
    /// <summary>The line that asks a worker to stop its notebook.</summary>
    public const string Cancel = "cancel";

    private const char RecordSeparator = '\u001e';

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, MaxDepth = 256 };

    public static string Write(WorkerRequest request) => JsonSerializer.Serialize(request, Options);

    public static string Write(WorkerMessage message) => RecordSeparator + JsonSerializer.Serialize(message, Options);

    public static WorkerRequest ReadRequest(string line) =>
        JsonSerializer.Deserialize<WorkerRequest>(line, Options) ?? throw new JsonException("empty request");

    /// <summary>The message of a line; null when the line is none.</summary>
    public static WorkerMessage? ReadMessage(string line)
    {
        var mark = line.IndexOf(RecordSeparator);
        return mark < 0 ? null : JsonSerializer.Deserialize<WorkerMessage>(line.AsSpan(mark + 1), Options);
    }
}
