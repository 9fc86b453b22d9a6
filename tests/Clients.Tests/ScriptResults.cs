using System.Text.Json;
using Clients.Tests.Support;
using Xunit.Abstractions;

namespace Clients.Tests;

/// <summary>Runs a client's script once and hands out what it says of each of its tests.</summary>
public sealed class ScriptResults(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan limit)
{
    private readonly Lazy<Task<ScriptRun>> _run = new(() => RunAsync(program, arguments, environment, limit));

    /// <summary>Fails unless the script says that the test passed.</summary>
    public async Task AssertPassedAsync(string test, ITestOutputHelper output)
    {
        var run = await _run.Value;
        Assert.True(run.Cases.TryGetValue(test, out var result), $"the script says nothing of '{test}':\n{run.Text}");
        output.WriteLine(result.Detail);
        Assert.True(result.Outcome == "passed", $"{result.Outcome}: {result.Detail}");
    }

    /// <summary>The tests that the script has reported.</summary>
    public async Task<IReadOnlyList<string>> TestsAsync() => [.. (await _run.Value).Cases.Keys];

    private static async Task<ScriptRun> RunAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan limit)
    {
        var result = await ClientProcess.RunAsync(program, arguments, Installed.Scripts, environment, limit);
        var cases = new Dictionary<string, ScriptCase>();
        foreach (var line in result.Output.Split('\n').Where(line => line.StartsWith("{\"test\"", StringComparison.Ordinal)))
        {
            var found = JsonSerializer.Deserialize<ScriptCase>(line, JsonSerializerOptions.Web)!;
            cases[found.Test] = found;
        }

        return new ScriptRun(cases, $"exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
    }

    private sealed record ScriptCase(string Test, string Outcome, string Detail);

    private sealed record ScriptRun(IReadOnlyDictionary<string, ScriptCase> Cases, string Text);
}
