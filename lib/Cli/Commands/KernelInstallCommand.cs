using System.CommandLine;
using Cli.Kernels;

namespace Cli.Commands;

/// <summary>course kernel install: a published copy of the tool as a kernel.</summary>
internal static class KernelInstallCommand
{
    public static Command Create(CourseContext context)
    {
        var place = new KernelPlace();
        var plain = new Option<bool>("--plain") { Description = "Skips compiling ahead of time: quicker to install, slower to start." };
        var command = new Command(
            "install",
            "Installs the kernel, or this build in place of an older one. Needs no Jupyter. A kernel of another program is never replaced.")
        {
            plain,
        };
        place.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var compiler = parsed.GetValue(plain) ? null : ReadyToRunCompiler.For(context.Repository);
            var installer = new KernelInstaller(place.Folder(parsed), place.Name(parsed));
            var spec = await installer.InstallAsync(ProgramSource.Running, compiler, context.Error, cancel);
            context.Output.WriteLine($"Installed the kernel '{spec.DisplayName}' ({spec.Name}) in {spec.Folder}");
            WarnOfOther(context, spec);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Jupyter takes the first kernel of a name that it finds, and looks in some folders only.</summary>
    private static void WarnOfOther(CourseContext context, KernelSpec installed)
    {
        var search = JupyterFolders.OfThisMachine.Search;
        if (!search.Contains(Path.GetDirectoryName(installed.Folder)!))
        {
            context.Output.WriteLine("Jupyter does not look there by itself: add the folder above 'kernels' to JUPYTER_PATH.");
        }
        else if (KernelCatalog.Find(search, installed.Name) is { } first && first.Folder != installed.Folder)
        {
            context.Output.WriteLine($"Jupyter finds another '{installed.Name}' before it, which belongs to {first.Owner()}: {first.Folder}");
        }
    }
}
