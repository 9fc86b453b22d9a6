namespace Clients.Tests.Support;

/// <summary>jupyter nbconvert --execute, the command people run notebooks with in pipelines.</summary>
public static class Nbconvert
{
    /// <summary>Executes a notebook in its own folder; the result goes to the given file, and no cell may take longer than the limit.</summary>
    public static Task<ClientProcess.Result> RunAsync(
        InstalledKernel kernel, string notebook, string result, TimeSpan cellLimit, params string[] options) =>
        ClientProcess.RunAsync(
            Installed.Python,
            [
                "-m", "nbconvert", "--to", "notebook", "--execute", $"--ExecutePreprocessor.timeout={cellLimit.TotalSeconds:0}",
                "--ExecutePreprocessor.startup_timeout=120", $"--output-dir={Path.GetDirectoryName(result)}",
                $"--output={Path.GetFileName(result)}", .. options, notebook,
            ],
            Path.GetDirectoryName(notebook)!,
            kernel.Environment,
            TimeSpan.FromMinutes(20));
}
