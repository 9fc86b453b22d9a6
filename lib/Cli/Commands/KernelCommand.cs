using System.CommandLine;

namespace Cli.Commands;

/// <summary>Commands about the Jupyter kernel.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "The C# kernel for Jupyter and VS Code.") { KernelStartCommand.Create() };
}
