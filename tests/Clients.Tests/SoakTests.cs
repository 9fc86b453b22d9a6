using Clients.Tests.Support;
using Xunit.Abstractions;

namespace Clients.Tests;

/// <summary>A long life with jupyter_client: two clients, thousands of cells, flat memory; start and round trip are reported.</summary>
[Collection(KernelCollection.Name)]
public sealed class SoakTests(InstalledKernel kernel, ITestOutputHelper output)
{
    private const int Cells = 5000;

    [ClientFact(Client.Jupyter)]
    public async Task Memory_stays_flat()
    {
        string[] command = ["soak.py", InstalledKernel.Name, $"{Cells}"];
        var results = new ScriptResults(Installed.Python, command, kernel.Environment, TimeSpan.FromMinutes(15));
        await results.AssertPassedAsync($"{Cells} cells from two clients", output);
        await results.AssertPassedAsync("start and round trip", output);
    }
}
