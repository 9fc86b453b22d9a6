using System.CommandLine;
using Cli.Kernels;

namespace Cli.Commands;

/// <summary>The options that say which kernel is meant and where it lies.</summary>
internal sealed class KernelPlace
{
    private readonly Option<string> _name = new("--name")
    {
        Description = $"The kernel's name. Notebooks of the course ask for {KernelSpec.StandardName}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => KernelSpec.StandardName,
    };

    private readonly Option<bool> _user = new("--user") { Description = "In your own Jupyter folder. This is the default." };

    private readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "In DIR/share/jupyter, for example /usr/local for every user of the machine.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _sysPrefix = new("--sys-prefix") { Description = "In the Python environment that is active (venv or conda)." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_name);
        command.Options.Add(_user);
        command.Options.Add(_prefix);
        command.Options.Add(_sysPrefix);
        command.Validators.Add(result =>
        {
            bool[] chosen = [result.GetValue(_user), result.GetValue(_prefix) is not null, result.GetValue(_sysPrefix)];
            if (chosen.Count(given => given) > 1)
            {
                result.AddError("--user, --prefix and --sys-prefix exclude each other.");
            }
        });
    }

    /// <summary>The kernel's name.</summary>
    public string Name(ParseResult parsed) => parsed.GetValue(_name)!;

    /// <summary>The folder of kernels.</summary>
    public string Folder(ParseResult parsed) =>
        parsed.GetValue(_prefix) is { } prefix ? JupyterFolders.UnderPrefix(prefix)
        : parsed.GetValue(_sysPrefix) ? JupyterFolders.OfThisMachine.ActiveEnvironment
        : JupyterFolders.OfThisMachine.User;
}
