using Notebooks.Packages;
using Notebooks.Session;
using Notebooks.Tests.Session;

namespace Notebooks.Tests.Packages;

/// <summary>Packages in cells, from a feed of our own: <c>dotnet restore</c> is the real one.</summary>
public sealed class PackageTests : SessionTest
{
    // A name of its own for each test: a process keeps the first build of a name.
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..12];
    private CSharpSession? _session;

    private string Inner => $"Inner{_suffix}";

    private string Outer => $"Outer{_suffix}";

    public override async Task DisposeAsync()
    {
        if (_session is not null)
        {
            await EndSession();
        }

        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_package_brings_what_it_needs_and_says_what_was_restored()
    {
        var feed = new LocalFeed(Folder);
        feed.Add(Inner, "1.2.0", "inner");
        feed.Add(Outer, "2.0.0", "outer", needs: (Inner, "1.1.0"));
        await Succeed($"#r \"nuget: {Outer}, 2.0.0\"\n{Outer}.Maker.Text + {Inner}.Maker.Text");
        Assert.Equal("outerinner", Sink.Result);
        string[] states = [.. States()];
        Assert.Equal(2, states.Length);
        Assert.Equal($"Restoring {Outer} 2.0.0 ...", states[0]);
        Assert.StartsWith($"Restored {Outer} 2.0.0\nNU1603: ", states[1]);
        await Succeed($"#r \"nuget: {Inner}, 1.2.0\"\n{Inner}.Maker.Text");
        Assert.Equal("inner", Sink.Result);
    }

    [Theory]
    [InlineData("", "2.1.0")]
    [InlineData(", 1.0.0", "1.0.0")]
    [InlineData(", [1.0, 2.0)", "1.0.0")]
    [InlineData(", *-*", "3.0.0-beta.1")]
    public async Task The_version_is_the_one_asked_for(string version, string expected)
    {
        var feed = new LocalFeed(Folder);
        foreach (string offered in new[] { "1.0.0", "2.0.0", "2.1.0", "3.0.0-beta.1" })
        {
            feed.Add(Inner, offered, offered);
        }

        await Succeed($"#r \"nuget:{Inner}{version}\"\n{Inner}.Maker.Text");
        Assert.Equal(expected, Sink.Result);
    }

    [Fact]
    public async Task A_native_library_of_the_package_is_found()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string original = Path.Combine(runtime, OperatingSystem.IsWindows() ? "System.IO.Compression.Native.dll"
            : OperatingSystem.IsMacOS() ? "libSystem.IO.Compression.Native.dylib" : "libSystem.IO.Compression.Native.so");
        string name = $"probe{_suffix}";
        string native = Path.Combine(Folder, Path.GetFileName(original).Replace("System.IO.Compression.Native", name));
        File.Copy(original, native);
        new LocalFeed(Folder).Add(Inner, "1.0.0", "managed", native: native, extraCode: $"""
            [System.Runtime.InteropServices.DllImport("{name}")]
            public static extern uint CompressionNative_Crc32(uint crc, byte[] bytes, int count);
            """);
        await Succeed($"#r \"nuget: {Inner}, 1.0.0\"\n{Inner}.Maker.CompressionNative_Crc32(0, Encoding.ASCII.GetBytes(\"123456789\"), 9)");
        Assert.Equal("3421780262", Sink.Result);
    }

    [Fact]
    public async Task A_source_can_be_named_in_the_cell()
    {
        new LocalFeed(Folder, "elsewhere", isConfigured: false).Add(Inner, "1.0.0", "from elsewhere");
        await Succeed($"#i \"nuget: elsewhere\"\n#r \"nuget: {Inner}, 1.0.0\"\n{Inner}.Maker.Text");
        Assert.Equal("from elsewhere", Sink.Result);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_gets_NuGets_own_words_and_its_line()
    {
        new LocalFeed(Folder).Add(Inner, "1.0.0", "here");
        var error = await Fail($"#r \"nuget: {Inner}\"\n#r \"nuget: Missing{_suffix}, 1.0.0\"\n1");
        Assert.Equal("PackageError", error.Name);
        Assert.StartsWith($"NU1101: Unable to find package Missing{_suffix}.", error.Message);
        Assert.DoesNotContain(".csproj", error.Message);
        Assert.Equal($"Not restored: {Inner}, Missing{_suffix} 1.0.0", States().Last());
        Assert.Equal(2, error.Line);
        await Succeed("1 + 1");
    }

    [Fact]
    public async Task A_version_that_does_not_exist_names_those_that_do()
    {
        new LocalFeed(Folder).Add(Inner, "1.0.0", "here");
        var error = await Fail($"#r \"nuget: {Inner}, 9.0.0\"");
        Assert.Contains("NU1102", error.Message);
        Assert.Contains("Nearest version: 1.0.0", error.Message);
    }

    [Fact]
    public async Task Another_version_than_the_one_in_use_is_a_clear_error()
    {
        var feed = new LocalFeed(Folder);
        feed.Add(Inner, "1.0.0", "old");
        feed.Add(Inner, "2.0.0", "new");
        await Succeed($"#r \"nuget: {Inner}, 1.0.0\"\n{Inner}.Maker.Text");
        var error = await Fail($"\n#r \"nuget: {Inner}, 2.0.0\"");
        Assert.Equal($"#r \"nuget: {Inner}, 2.0.0\": {Inner} 1.0.0 is in use already. Restart the session to use 2.0.0.", error.Message);
        Assert.Equal(2, error.Line);
        await Succeed($"#r \"nuget: {Inner}\"\n{Inner}.Maker.Text");
        Assert.Equal("old", Sink.Result);
    }

    [Fact]
    public async Task A_package_that_needs_a_newer_one_than_is_in_use_is_refused_by_NuGet()
    {
        var feed = new LocalFeed(Folder);
        feed.Add(Inner, "1.0.0", "old");
        feed.Add(Inner, "2.0.0", "new");
        feed.Add(Outer, "1.0.0", "outer", needs: (Inner, "2.0.0"));
        await Succeed($"#r \"nuget: {Inner}, 1.0.0\"\n{Inner}.Maker.Text");
        var error = await Fail($"#r \"nuget: {Outer}, 1.0.0\"");
        Assert.Contains(Inner, error.Message);
        Assert.Contains("NU1", error.Message);
        await Succeed($"{Inner}.Maker.Text");
        Assert.Equal("old", Sink.Result);
    }

    [Fact]
    public async Task The_next_session_needs_no_restore_and_shows_the_same_in_the_end()
    {
        var feed = new LocalFeed(Folder);
        feed.Add(Inner, "1.0.0", "kept");
        string cell = $"#r \"nuget: {Inner}, 1.0.0\"\n{Inner}.Maker.Text";
        await Succeed(cell);
        Directory.Delete(feed.Folder, recursive: true);
        await EndSession();
        await Succeed(cell);
        Assert.Equal("kept", Sink.Result);
        Assert.Equal([$"Restored {Inner} 1.0.0"], States());
    }

    [Fact]
    public async Task When_NuGets_folder_was_emptied_the_packages_are_restored_again()
    {
        new LocalFeed(Folder).Add(Inner, "1.0.0", "again");
        var cache = new RestoreCache(Path.Combine(Folder, "restored"));
        var project = new RestoreProject([new PackageRequest(Inner, "1.0.0")], [], Folder);
        int restores = 0;
        for (int time = 0; time < 3; time++)
        {
            if (time == 2)
            {
                Directory.Delete(Path.Combine(Folder, "packages"), recursive: true);
            }

            var result = await new PackageRestore(cache).RunAsync(project, () => restores++, CancellationToken.None);
            Assert.True(File.Exists(Assert.Single(result.RuntimeFiles)));
        }

        Assert.Equal(2, restores);
    }

    [Fact]
    public async Task An_interrupt_kills_the_restore_and_the_session_goes_on()
    {
        // A feed that accepts the connection and never answers.
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var address = (System.Net.IPEndPoint)silent.LocalEndpoint;
        _ = new LocalFeed(Folder);
        File.WriteAllText(Path.Combine(Folder, "NuGet.config"), $"""
            <configuration><packageSources><clear />
              <add key="silent" value="http://127.0.0.1:{address.Port}/index.json" allowInsecureConnections="true" />
            </packageSources></configuration>
            """);
        using var interrupt = new CancellationTokenSource();
        var running = Execute($"#r \"nuget: {Inner}, 1.0.0\"\n1", interrupt.Token);
        using (await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromMinutes(3)))
        {
            await interrupt.CancelAsync();
            Assert.Equal(CellStatus.Cancelled, (await running).Status);
        }

        await Succeed("1 + 1");
    }

    [Theory]
    [InlineData("#r \"nuget:\"", "write #r \"nuget: Id, Version\"")]
    [InlineData("#r \"nuget: two words\"", "write #r \"nuget: Id, Version\"")]
    [InlineData("#r \"nuget: Id, 1.0<evil/>\"", "write #r \"nuget: Id, Version\"")]
    [InlineData("#i \"nuget:\"", "write #i \"nuget: ADDRESS\"")]
    public async Task A_malformed_directive_is_explained(string code, string message)
    {
        var error = await Fail("\n" + code);
        Assert.Contains(message, error.Message);
        Assert.Equal(2, error.Line);
    }

    [FeedFact]
    public async Task A_package_of_the_configured_feed_works()
    {
        await Succeed("#r \"nuget: Newtonsoft.Json, 13.0.1\"\nNewtonsoft.Json.JsonConvert.SerializeObject(new { a = 1 })");
        Assert.Equal("{\"a\":1}", Sink.Result);
    }

    [FeedFact]
    public async Task A_package_that_the_configured_feed_lacks_gets_its_error()
    {
        var error = await Fail($"#r \"nuget: Nobody.Has.This.{_suffix}\"");
        Assert.Contains($"Nobody.Has.This.{_suffix}", error.Message);
        Assert.StartsWith("NU1", error.Message);
    }

    private IEnumerable<string> States() => Sink.Displays.Concat(Sink.Updates).Select(RecordingSink.Plain);

    private async Task EndSession()
    {
        await _session!.DisposeAsync();
        _session = null;
    }

    private async Task<CellResult> Execute(string code, CancellationToken cancel = default)
    {
        _session ??= new CSharpSession(new SessionOptions
        {
            WorkingDirectory = Folder,
            RestoreCache = new RestoreCache(Path.Combine(Folder, "restored")),
        });
        Sink = new RecordingSink();
        return await _session.RunAsync(code, Sink, cancel).WaitAsync(TimeSpan.FromMinutes(5));
    }

    private async Task Succeed(string code)
    {
        var result = await Execute(code);
        Assert.True(result.Status == CellStatus.Ok, $"{result.Error?.Name}: {result.Error?.Message}");
    }

    private async Task<CellError> Fail(string code)
    {
        var result = await Execute(code);
        Assert.Equal(CellStatus.Error, result.Status);
        return result.Error!;
    }
}
