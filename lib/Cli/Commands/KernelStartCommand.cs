using System.CommandLine;
using Cli.Kernels;
using Notebooks.Jupyter;

namespace Cli.Commands;

/// <summary>The hidden command that a front end launches, as kernel.json says.</summary>
internal static class KernelStartCommand
{
    public const string Name = "start";

    public const string ConnectionFileOption = "--connection-file";

    public static Command Create()
    {
        var file = new Option<string>(ConnectionFileOption) { Required = true, Description = "The front end's connection file." };
        var command = new Command(Name, "Runs a kernel for a Jupyter front end.") { file };
        command.Hidden = true;

        // Not the tool's own token: that is cancelled by SIGINT, which to a kernel means to interrupt the cell.
        command.SetAction(async (parsed, _) =>
        {
            using var copy = PublishedCopy.Hold(AppContext.BaseDirectory);
            return End(await JupyterKernel.RunAsync(parsed.GetRequiredValue(file), Console.Error, CancellationToken.None));
        });
        return command;
    }

    // A cell that did not stop may still hold a thread.
    private static int End(int exitCode)
    {
        Environment.Exit(exitCode);
        return exitCode;
    }
}
