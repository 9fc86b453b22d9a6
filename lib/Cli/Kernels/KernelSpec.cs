using System.Text.Json;
using System.Text.Json.Nodes;
using Cli.Commands;

namespace Cli.Kernels;

/// <summary>A kernel as Jupyter knows it: a folder with a kernel.json.</summary>
/// <param name="Folder">The folder; its name is the kernel's name.</param>
/// <param name="DisplayName">What front ends show.</param>
/// <param name="Command">The program and arguments that start it.</param>
/// <param name="Copy">The folder of the published copy; null when the course did not install this kernel.</param>
internal sealed record KernelSpec(string Folder, string DisplayName, IReadOnlyList<string> Command, PublishedCopy? Copy)
{
    /// <summary>The kernel that the notebooks of the course ask for; genuine .NET Interactive has the same.</summary>
    public const string StandardName = ".net-csharp";

    /// <summary>What front ends show for it.</summary>
    public const string StandardDisplayName = ".NET (C#)";

    /// <summary>The file that makes a folder a kernel.</summary>
    public const string FileName = "kernel.json";

    /// <summary>The property of kernel.json's metadata that says that the course installed it.</summary>
    private const string Mark = "multimodal_course";

    /// <summary>The kernel's name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>True when the course installed it.</summary>
    public bool IsOurs => Copy is not null;

    /// <summary>Reads a kernel's folder; null when it holds no readable kernel.json.</summary>
    public static KernelSpec? Read(string folder)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, FileName))) is not JsonObject json)
            {
                return null;
            }

            var copy = (json["metadata"] as JsonObject)?[Mark] is JsonObject mark ? mark["copy"]?.GetValue<string>() : null;
            return new KernelSpec(
                folder,
                json["display_name"]?.GetValue<string>() ?? Path.GetFileName(folder),
                [.. (json["argv"] as JsonArray ?? []).Select(part => part!.GetValue<string>())],
                copy is null ? null : new PublishedCopy(Path.Combine(folder, Path.GetFileName(copy))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The content of a kernel.json that starts a published copy.</summary>
    public static JsonObject Write(string name, string dotnet, PublishedCopy copy) => new()
    {
        ["argv"] = new JsonArray(dotnet, copy.Program, "kernel", KernelStartCommand.Name, KernelStartCommand.ConnectionFileOption, "{connection_file}"),
        ["display_name"] = name == StandardName ? StandardDisplayName : $"{StandardDisplayName} [{name}]",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        ["metadata"] = new JsonObject { [Mark] = new JsonObject { ["copy"] = copy.Name } },
    };

    /// <summary>How the kernel is, in a sentence, beside the build that the tool would install now.</summary>
    public string State(string build) =>
        Copy is null ? $"belongs to {Owner()}"
        : Problem() is { } problem ? $"the course's, damaged: {problem}. Put it right with './course kernel install'"
        : Copy.IsOf(build) ? "the course's, intact"
        : "the course's, intact, but of another build than this clone's: './course kernel install' renews it";

    /// <summary>What keeps the course's kernel from starting; null when nothing does.</summary>
    public string? Problem() =>
        Command.Count == 0 || (Path.IsPathRooted(Command[0]) && !File.Exists(Command[0]))
            ? $"it starts {Command.FirstOrDefault() ?? "nothing"}, which is not there"
            : Copy?.Damage();

    /// <summary>Whose kernel it is, for people.</summary>
    public string Owner()
    {
        var command = string.Join(' ', Command);
        return IsOurs ? "the course"
            : command.Contains("interactive", StringComparison.OrdinalIgnoreCase) ? "an installation of .NET Interactive"
            : command.Length > 0 ? $"another program ({command})"
            : "another program";
    }
}
