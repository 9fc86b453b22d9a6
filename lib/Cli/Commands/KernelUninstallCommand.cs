using System.CommandLine;
using Cli.Kernels;

namespace Cli.Commands;

/// <summary>course kernel uninstall: removes what course kernel install has put there.</summary>
internal static class KernelUninstallCommand
{
    public static Command Create(CourseContext context)
    {
        var place = new KernelPlace();
        var command = new Command("uninstall", "Removes a kernel that the course has installed, and no other.");
        place.AddTo(command);
        command.SetAction(parsed =>
        {
            new KernelInstaller(place.Folder(parsed), place.Name(parsed)).Remove();
            context.Output.WriteLine($"Removed the kernel '{place.Name(parsed)}' from {place.Folder(parsed)}");
            return ExitCode.Success;
        });
        return command;
    }
}
