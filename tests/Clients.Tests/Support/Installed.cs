using System.Collections.Concurrent;
using Cli.Repository;

namespace Clients.Tests.Support;

/// <summary>Says which clients this machine has, and where.</summary>
public static class Installed
{
    private static readonly ConcurrentDictionary<Client, string?> Answers = [];

    /// <summary>The clone that the tests were built in.</summary>
    public static CourseRepository Repository { get; } = CourseRepository.Find(AppContext.BaseDirectory);

    /// <summary>The scripts that drive the clients.</summary>
    public static string Scripts { get; } = Path.Combine(Repository.Root, "tests", "Clients.Tests", "clients");

    /// <summary>The Python that has Jupyter: PYTHON, or the system's own.</summary>
    public static string Python { get; } = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";

    /// <summary>Why a client cannot be used; null when it can.</summary>
    public static string? Missing(Client client) => Answers.GetOrAdd(client, Look);

    private static string? Look(Client client) => client switch
    {
        Client.Jupyter => Imports("jupyter_client", "nbconvert", "jupyter_kernel_test"),
        Client.Notebook => Imports("notebook"),
        Client.Node => Succeeds("node", "--input-type=module", "-e", "await import('zeromq'); await import('playwright-core');")
            ? null
            : "Node.js with the packages of tests/Clients.Tests/clients is missing: run 'npm ci' there",
        Client.Chromium => Array.Exists(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists)
            ? null
            : "Chromium is missing: apt-get install chromium",
        _ => throw new ArgumentOutOfRangeException(nameof(client)),
    };

    private static string? Imports(params string[] modules) =>
        Succeeds(Python, "-c", "import " + string.Join(", ", modules))
            ? null
            : $"{Python} cannot import {string.Join(", ", modules)}: see .ci/run for the Debian packages";

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            return ClientProcess.RunAsync(program, arguments, Scripts, [], TimeSpan.FromMinutes(1)).GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or TimeoutException)
        {
            return false;
        }
    }
}
