using System.CommandLine;
using Cli.Running.Isolation;

namespace Cli.Commands;

/// <summary>The hidden command of the processes that run one notebook each.</summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    public static Command Create()
    {
        var command = new Command(Name, "Runs one notebook for the tool.") { Hidden = true };
        command.SetAction((_, cancel) => NotebookWorker.RunAsync(cancel));
        return command;
    }
}
