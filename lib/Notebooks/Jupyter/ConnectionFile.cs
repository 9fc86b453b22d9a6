using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>
/// What a front end tells the kernel it launches: where to listen, and the key that signs messages ("Connection files" of
/// the Jupyter documentation).
/// </summary>
internal sealed record ConnectionFile(
    IPAddress Address, int ShellPort, int ControlPort, int StdinPort, int IoPubPort, int HeartbeatPort, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <exception cref="JupyterException">There is no such file, or it is not a connection file this kernel understands.</exception>
    internal static ConnectionFile Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new JupyterException($"cannot read the connection file: {exception.Message}");
        }

        try
        {
            return Parse(JsonNode.Parse(text) as JsonObject ?? throw new JsonException("it is not a JSON object"));
        }
        catch (Exception exception) when (exception is JsonException or JupyterException or ArgumentException)
        {
            throw new JupyterException($"{path} is not a usable connection file: {exception.Message}");
        }
    }

    private static ConnectionFile Parse(JsonObject json)
    {
        string transport = Text(json, "transport", "tcp");
        if (transport != "tcp")
        {
            throw new JupyterException($"transport is \"{transport}\", and only \"tcp\" is supported");
        }

        string key = Text(json, "key", "");
        string scheme = Text(json, "signature_scheme", Scheme);
        if (key.Length > 0 && scheme != Scheme)
        {
            throw new JupyterException($"signature_scheme is \"{scheme}\", and only \"{Scheme}\" is supported");
        }

        return new ConnectionFile(
            ParseAddress(Text(json, "ip", "127.0.0.1")),
            Port(json, "shell_port"),
            Port(json, "control_port"),
            Port(json, "stdin_port"),
            Port(json, "iopub_port"),
            Port(json, "hb_port"),
            key);
    }

    private static IPAddress ParseAddress(string ip) => ip switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(ip, out var address) ? address : throw new JupyterException($"ip \"{ip}\" is not an address"),
    };

    private static string Text(JsonObject json, string name, string absent) => json[name] switch
    {
        null => absent,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw new JupyterException($"{name} is not a string"),
    };

    private static int Port(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out int port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new JupyterException($"{name} is missing or is no port number from 1 to 65535");
}
