using System.Net;
using Notebooks.Jupyter;

namespace Notebooks.Tests.Jupyter;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Ports = "\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"iopub_port\":4,\"hb_port\":65535";

    private readonly string folder = Directory.CreateTempSubdirectory("connection-file").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_fields_are_read()
    {
        var file = Read(
            $$"""{"ip":"127.0.0.2","transport":"tcp","key":"k","signature_scheme":"hmac-sha256","kernel_name":"x",{{Ports}}}""");
        Assert.Equal(new ConnectionFile(IPAddress.Parse("127.0.0.2"), 1, 2, 3, 4, 65535, "k"), file);
    }

    [Fact]
    public void Without_an_address_only_this_machine_can_connect() => Assert.Equal(IPAddress.Loopback, Read($"{{{Ports}}}").Address);

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("*", "0.0.0.0")]
    [InlineData("::1", "::1")]
    public void Addresses_have_names(string ip, string address) =>
        Assert.Equal(IPAddress.Parse(address), Read($"{{\"ip\":\"{ip}\",{Ports}}}").Address);

    [Theory]
    [InlineData("", "not a usable connection file")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"ip\":", "not a usable connection file")]
    [InlineData("{}", "shell_port")]
    [InlineData("{\"shell_port\":0}", "shell_port")]
    [InlineData("{\"shell_port\":\"1\"}", "shell_port")]
    [InlineData("{\"shell_port\":1,\"control_port\":65536}", "control_port")]
    [InlineData("{\"transport\":\"ipc\"," + Ports + "}", "ipc")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\",\"key\":\"k\"," + Ports + "}", "hmac-md5")]
    [InlineData("{\"ip\":\"example\"," + Ports + "}", "example")]
    [InlineData("{\"key\":7," + Ports + "}", "key is not a string")]
    public void A_bad_file_is_named_with_its_fault_in_one_line(string text, string fault)
    {
        string message = Assert.Throws<JupyterException>(() => Read(text)).Message;
        Assert.Contains(fault, message);
        Assert.Contains("kernel.json", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = Path.Combine(folder, "missing.json");
        Assert.Contains(path, Assert.Throws<JupyterException>(() => ConnectionFile.Read(path)).Message);
    }

    [Fact]
    public async Task A_kernel_that_cannot_start_says_why_in_one_line_and_fails()
    {
        var log = new StringWriter();
        int exitCode = await JupyterKernel.RunAsync(Path.Combine(folder, "missing.json"), log, CancellationToken.None);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("course kernel: cannot read the connection file:", log.ToString());
        Assert.Equal(1, log.ToString().Count(character => character == '\n'));
    }

    private ConnectionFile Read(string text)
    {
        string path = Path.Combine(folder, "kernel.json");
        File.WriteAllText(path, text);
        return ConnectionFile.Read(path);
    }
}
