using Cli.Kernels;

namespace Cli.Tests.Kernels;

public sealed class JupyterFoldersTests
{
    [Theory]
    [InlineData("Linux", "HOME=/home/ada", "/home/ada/.local/share/jupyter/kernels")]
    [InlineData("Linux", "HOME=/home/ada XDG_DATA_HOME=/data", "/data/jupyter/kernels")]
    [InlineData("Linux", "HOME=/home/ada XDG_DATA_HOME=/data JUPYTER_DATA_DIR=/mine", "/mine/kernels")]
    [InlineData("Linux", "HOME=/home/ada JUPYTER_DATA_DIR=", "/home/ada/.local/share/jupyter/kernels")]
    [InlineData("MacOS", "HOME=/Users/ada XDG_DATA_HOME=/data", "/Users/ada/Library/Jupyter/kernels")]
    [InlineData("Windows", "USERPROFILE=C:/Users/ada APPDATA=C:/Users/ada/AppData/Roaming", "C:/Users/ada/AppData/Roaming/jupyter/kernels")]
    [InlineData("Windows", "USERPROFILE=C:/Users/ada", "C:/Users/ada/.jupyter/data/kernels")]
    public void A_users_kernels_lie_where_jupyter_core_looks(string platform, string variables, string expected) =>
        Assert.Equal(expected, Folders(platform, variables).User.Replace('\\', '/'));

    [Fact]
    public void Without_a_home_the_error_says_what_to_do()
    {
        var error = Assert.Throws<CourseException>(() => Folders("Linux", "").User);
        Assert.Contains("--prefix DIR", error.Message);
    }

    [Theory]
    [InlineData("VIRTUAL_ENV=/venv CONDA_PREFIX=/conda", "/venv/share/jupyter/kernels")]
    [InlineData("CONDA_PREFIX=/conda", "/conda/share/jupyter/kernels")]
    public void The_active_environment_is_the_virtual_one_or_condas(string variables, string expected) =>
        Assert.Equal(expected, Folders("Linux", variables).ActiveEnvironment);

    [Fact]
    public void Without_an_active_environment_the_error_says_what_to_do()
    {
        var error = Assert.Throws<CourseException>(() => Folders("Linux", "HOME=/home/ada").ActiveEnvironment);
        Assert.Contains("activate one, or use --prefix DIR", error.Message);
    }

    [Fact]
    public void The_search_goes_from_JUPYTER_PATH_over_the_user_to_the_system() =>
        Assert.Equal(
            [
                "/a/kernels", "/b/kernels", "/home/ada/.local/share/jupyter/kernels", "/venv/share/jupyter/kernels",
                "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels",
            ],
            Folders("Linux", "JUPYTER_PATH=/a:/b HOME=/home/ada VIRTUAL_ENV=/venv").Search);

    [Fact]
    public void On_Windows_the_search_ends_with_the_shared_folder() =>
        Assert.Equal(
            ["/x/kernels", "/y/kernels", "/roaming/jupyter/kernels", "/programs/jupyter/kernels"],
            Folders("Windows", "JUPYTER_PATH=/x;/y APPDATA=/roaming PROGRAMDATA=/programs").Search.Select(path => path.Replace('\\', '/')));

    private static JupyterFolders Folders(string platform, string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new JupyterFolders(Enum.Parse<JupyterPlatform>(platform), name => values.GetValueOrDefault(name));
    }
}
