using Clients.Tests.Support;
using Xunit.Abstractions;

namespace Clients.Tests;

/// <summary>zeromq.js, used as VS Code's Jupyter extension uses it.</summary>
[Collection(KernelCollection.Name)]
public sealed class VisualStudioCodeTests(InstalledKernel kernel, VisualStudioCodeTests.Script script, ITestOutputHelper output)
    : IClassFixture<VisualStudioCodeTests.Script>
{
    [ClientTheory(Client.Node)]
    [InlineData("kernel_info on shell and control")]
    [InlineData("a cell: busy, input, output, result, idle")]
    [InlineData("2,000 displays arrive in order")]
    [InlineData("20 MB of text arrive whole")]
    [InlineData("100 MB of text are bounded, and the output says what was cut")]
    [InlineData("a stream line comes while the cell runs")]
    [InlineData("interrupt of a loop")]
    [InlineData("interrupt of an await")]
    [InlineData("interrupt of a sleep")]
    [InlineData("stdin: Console.ReadLine and a password")]
    [InlineData("control is answered while a cell runs")]
    [InlineData("an error goes on when stop_on_error is false")]
    [InlineData("two clients see each other's output")]
    [InlineData("a client that comes back under its old routing id")]
    [InlineData("SIGTERM leaves no process behind")]
    [InlineData("a restart ends the old process, and the new one knows nothing")]
    public Task Passes(string test) => script.Results(kernel).AssertPassedAsync(test, output);

    /// <summary>The script's run, shared by the tests.</summary>
    public sealed class Script
    {
        private ScriptResults? _results;

        /// <summary>The run with this kernel.</summary>
        public ScriptResults Results(InstalledKernel kernel) =>
            _results ??= new ScriptResults("node", ["vscode.mjs", kernel.KernelJson], kernel.Environment, TimeSpan.FromMinutes(10));
    }
}
