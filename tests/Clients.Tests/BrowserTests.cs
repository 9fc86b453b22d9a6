using Clients.Tests.Support;
using Xunit.Abstractions;

namespace Clients.Tests;

/// <summary>Jupyter Notebook in headless Chromium: the ViT chapter as a reader runs it.</summary>
[Collection(KernelCollection.Name)]
public sealed class BrowserTests(InstalledKernel kernel, ITestOutputHelper output)
{
    [ClientFact(Client.Jupyter, Client.Notebook, Client.Node, Client.Chromium)]
    public async Task A_chapter_opens_completes_and_runs()
    {
        await using var server = await JupyterServer.StartAsync(kernel);
        var screenshot = Path.Combine(Directory.CreateDirectory(Path.Combine(Installed.Repository.Output, "clients")).FullName, "notebook.png");
        var results = new ScriptResults(
            "node", ["browser.mjs", server.Address.AbsoluteUri, "notebooks/02-vit.ipynb", screenshot], kernel.Environment, TimeSpan.FromMinutes(20));
        await results.AssertPassedAsync("the notebook opens with our kernel", output);
        await results.AssertPassedAsync("tab completes, and shift-tab shows the documentation", output);
        await results.AssertPassedAsync("run all: every cell runs, plots are live", output);
        Assert.True(File.Exists(screenshot), "no screenshot was written");
    }
}
