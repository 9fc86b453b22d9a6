using Clients.Tests.Support;
using Xunit.Abstractions;

namespace Clients.Tests;

/// <summary>jupyter_kernel_test, the test suite that Jupyter offers to makers of kernels: nothing of it is skipped.</summary>
[Collection(KernelCollection.Name)]
public sealed class KernelSuiteTests(InstalledKernel kernel, KernelSuiteTests.Suite suite, ITestOutputHelper output)
    : IClassFixture<KernelSuiteTests.Suite>
{
    [ClientTheory(Client.Jupyter)]
    [InlineData("test_clear_output")]
    [InlineData("test_completion")]
    [InlineData("test_display_data")]
    [InlineData("test_error")]
    [InlineData("test_execute_result")]
    [InlineData("test_execute_stderr")]
    [InlineData("test_execute_stdout")]
    [InlineData("test_history")]
    [InlineData("test_inspect")]
    [InlineData("test_is_complete")]
    [InlineData("test_kernel_info")]
    [InlineData("test_pager")]
    public Task Passes(string test) => suite.Results(kernel).AssertPassedAsync(test, output);

    [ClientFact(Client.Jupyter)]
    public async Task The_list_above_is_the_whole_suite() => Assert.Equal(12, (await suite.Results(kernel).TestsAsync()).Count);

    /// <summary>The suite's run, shared by the tests.</summary>
    public sealed class Suite
    {
        private ScriptResults? _results;

        /// <summary>The run with this kernel.</summary>
        public ScriptResults Results(InstalledKernel kernel) =>
            _results ??= new ScriptResults(Installed.Python, ["kernel_suite.py"], kernel.Environment, TimeSpan.FromMinutes(5));
    }
}
