using System.CommandLine;

namespace Cli.Commands;

/// <summary>course kernel: makes the notebooks run in VS Code, JupyterLab and Jupyter Notebook.</summary>
internal static class KernelCommand
{
    public static Command Create(CourseContext context) =>
        new("kernel", "Installs the C# kernel with which VS Code and Jupyter run the notebooks.")
        {
            KernelInstallCommand.Create(context),
            KernelUninstallCommand.Create(context),
            KernelListCommand.Create(context),
            KernelStartCommand.Create(),
        };
}
