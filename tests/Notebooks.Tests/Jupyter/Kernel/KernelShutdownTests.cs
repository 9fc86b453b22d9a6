using System.Text.Json.Nodes;

namespace Notebooks.Tests.Jupyter.Kernel;

[Collection("session")]
public sealed class KernelShutdownTests : IDisposable
{
    private readonly TestKernel kernel = new();

    public void Dispose() => kernel.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void A_shutdown_is_answered_and_done(bool onControl, bool restart)
    {
        using var client = kernel.Connect();
        client.Run("1");
        var channel = onControl ? client.Control : client.Shell;
        string id = client.Send(channel, "shutdown_request", new JsonObject { ["restart"] = restart });
        var answer = client.Await(id, channel);
        Assert.Equal("ok", answer.Status);
        Assert.Equal(restart, (bool)answer.Reply.Content["restart"]!);
        Assert.Equal(restart, (bool)answer.Single("shutdown_reply").Content["restart"]!);
        Assert.True(kernel.WaitForEnd());
        Assert.True(client.Shell.WaitForEnd());
    }

    [Fact]
    public void A_running_cell_does_not_hold_it_up()
    {
        using var client = kernel.Connect();
        string cell = client.SendCode("Console.WriteLine(\"started\"); while (true) { }");
        client.AwaitText(cell, "started");
        string id = client.Send(client.Control, "shutdown_request", []);
        Assert.Equal("ok", client.AwaitReply(id, client.Control).Text("status"));
        Assert.Equal("error", client.AwaitReply(cell).Text("status"));
        Assert.True(kernel.WaitForEnd());
    }
}
