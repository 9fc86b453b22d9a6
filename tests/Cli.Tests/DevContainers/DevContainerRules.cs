using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cli.Tests.DevContainers;

/// <summary>
/// The rules of the Development Containers specification (containers.dev, devcontainer.json reference) for a container that is made from
/// an image: which properties there are, and of which kind their values. A property that the specification lacks is an error, because
/// tools ignore it silently.
/// </summary>
internal static partial class DevContainerRules
{
    private static readonly Dictionary<string, Func<JsonNode?, bool>> Properties = new()
    {
        ["$schema"] = IsText,
        ["name"] = IsText,
        ["image"] = IsText,
        ["features"] = IsObject,
        ["overrideFeatureInstallOrder"] = IsTexts,
        ["secrets"] = IsObject,
        ["forwardPorts"] = node => node is JsonArray,
        ["portsAttributes"] = IsObject,
        ["otherPortsAttributes"] = IsObject,
        ["updateRemoteUserUID"] = IsTruth,
        ["containerEnv"] = node => node is JsonObject variables && variables.All(variable => IsText(variable.Value)),
        ["remoteEnv"] = node => node is JsonObject variables && variables.All(variable => variable.Value is null || IsText(variable.Value)),
        ["containerUser"] = IsText,
        ["remoteUser"] = IsText,
        ["mounts"] = node => node is JsonArray,
        ["init"] = IsTruth,
        ["privileged"] = IsTruth,
        ["capAdd"] = IsTexts,
        ["securityOpt"] = IsTexts,
        ["runArgs"] = IsTexts,
        ["appPort"] = node => node is JsonArray || IsText(node) || IsWhole(node),
        ["workspaceFolder"] = IsText,
        ["workspaceMount"] = IsText,
        ["overrideCommand"] = IsTruth,
        ["shutdownAction"] = node => (string?)node is "none" or "stopContainer",
        ["initializeCommand"] = IsCommand,
        ["onCreateCommand"] = IsCommand,
        ["updateContentCommand"] = IsCommand,
        ["postCreateCommand"] = IsCommand,
        ["postStartCommand"] = IsCommand,
        ["postAttachCommand"] = IsCommand,
        ["waitFor"] = node => (string?)node is "initializeCommand" or "onCreateCommand" or "updateContentCommand"
            or "postCreateCommand" or "postStartCommand",
        ["userEnvProbe"] = node => (string?)node is "none" or "loginShell" or "loginInteractiveShell" or "interactiveShell",
        ["hostRequirements"] = IsRequirement,
        ["customizations"] = IsObject,
    };

    /// <summary>What breaks the rules; empty for a sound file.</summary>
    internal static IReadOnlyList<string> Problems(JsonObject file)
    {
        var problems = new List<string>();
        if (!file.ContainsKey("image"))
        {
            problems.Add("image is missing");
        }

        foreach (var (name, value) in file)
        {
            if (!Properties.TryGetValue(name, out var isSound))
            {
                problems.Add($"{name} is no property of the specification");
            }
            else if (!isSound(value))
            {
                problems.Add($"{name} cannot be {value?.ToJsonString() ?? "null"}");
            }
        }

        return problems;
    }

    private static bool IsRequirement(JsonNode? node) => node is JsonObject needs && needs.All(need => need.Key switch
    {
        "cpus" => IsWhole(need.Value) && (int)need.Value! >= 1,
        "memory" or "storage" => IsText(need.Value) && Size().IsMatch((string)need.Value!),
        "gpu" => IsTruth(need.Value) || (IsText(need.Value) && (string?)need.Value == "optional") || IsGraphics(need.Value),
        _ => false,
    });

    private static bool IsGraphics(JsonNode? node) => node is JsonObject needs && needs.All(need => need.Key switch
    {
        "cores" => IsWhole(need.Value),
        "memory" => IsText(need.Value) && Size().IsMatch((string)need.Value!),
        _ => false,
    });

    private static bool IsCommand(JsonNode? node) => IsText(node) || IsTexts(node)
        || (node is JsonObject steps && steps.All(step => IsText(step.Value) || IsTexts(step.Value)));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsTexts(JsonNode? node) => node is JsonArray items && items.All(IsText);

    private static bool IsTruth(JsonNode? node) => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsWhole(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out _);

    private static bool IsObject(JsonNode? node) => node is JsonObject;

    [GeneratedRegex(@"\A\d+([tgmk]b)?\z")]
    private static partial Regex Size();
}
