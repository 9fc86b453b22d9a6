using System.CommandLine;
using Cli.Kernels;

namespace Cli.Commands;

/// <summary>course kernel list: the kernels that Jupyter finds.</summary>
internal static class KernelListCommand
{
    public static Command Create(CourseContext context)
    {
        var prefix = new Option<string?>("--prefix") { Description = "Also looks in DIR/share/jupyter.", HelpName = "DIR" };
        var command = new Command("list", "Lists the kernels that Jupyter finds, whose they are, and whether the course's are sound.") { prefix };
        command.SetAction(parsed => List(context, parsed.GetValue(prefix)));
        return command;
    }

    private static int List(CourseContext context, string? prefix)
    {
        var folders = JupyterFolders.OfThisMachine.Search.ToList();
        if (prefix is not null && JupyterFolders.UnderPrefix(prefix) is var more && !folders.Contains(more))
        {
            folders.Insert(0, more);
        }

        var kernels = KernelCatalog.In(folders);
        var build = ProgramSource.Running.Fingerprint();
        foreach (var kernel in kernels)
        {
            context.Output.WriteLine($"{kernel.Name}  '{kernel.DisplayName}'  {kernel.Folder}");
            context.Output.WriteLine($"    {kernel.State(build)}");
        }

        if (!kernels.Any(kernel => kernel.IsOurs))
        {
            context.Output.WriteLine("The course's kernel is not installed: ./course kernel install");
        }

        return ExitCode.Success;
    }
}
