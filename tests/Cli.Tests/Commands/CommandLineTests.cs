namespace Cli.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestRepository _course = new();

    [Theory]
    [InlineData("--help", "run", "export", "data", "bench", "doctor", "exercises")]
    [InlineData("run --help", "--out", "--save", "--timeout", "--cell-timeout", "--as-written", "Chapters by number (2), name (vit, 02-vit) or path")]
    [InlineData("export --help", "--check", "//| export File.cs")]
    [InlineData("data --help", "verify", "list")]
    [InlineData("data verify --help", "checksums.sha256")]
    [InlineData("kernel --help", "install", "uninstall", "list")]
    [InlineData("kernel install --help", "--user", "--prefix", "--sys-prefix", "--name", "--plain")]
    [InlineData("doctor --help", "what to do where something is off")]
    [InlineData("exercises --help", "--prove")]
    public async Task Help_tells_what_there_is(string args, params string[] expected)
    {
        Assert.Equal(0, await _course.CourseAsync(args.Split(' ')));
        var help = string.Join(' ', _course.Output.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.All(expected, text => Assert.Contains(text, help));
        Assert.DoesNotContain("worker", help);
    }

    [Fact]
    public async Task No_arguments_show_the_help()
    {
        Assert.Equal(0, await _course.CourseAsync([]));
        Assert.Contains("Usage:", _course.Output.ToString());
    }

    [Theory]
    [InlineData("rnu", "'course' knows no command 'rnu'. Did you mean 'run'?")]
    [InlineData("fly", "'course' knows no command 'fly'. See 'course --help'.")]
    [InlineData("data verfiy", "'course data' knows no command 'verfiy'. Did you mean 'verify'?")]
    [InlineData("export --chek", "'course export' knows no option '--chek'. Did you mean '--check'?")]
    [InlineData("run --outt there", "'course run' knows no option '--outt'. Did you mean '--out'?")]
    [InlineData("run vit -x", "'course run' knows no option '-x'. See 'course run --help'.")]
    [InlineData("data verify --all", "'course data verify' knows no option '--all'. See 'course data verify --help'.")]
    [InlineData("run --timeout soon", "--timeout needs a number of seconds from 0 to 1000000, not 'soon'")]
    [InlineData("run --timeout -1", "--timeout needs a number of seconds")]
    [InlineData("run --save --as-written", "exclude each other")]
    [InlineData("kernel instal", "'course kernel' knows no command 'instal'. Did you mean 'install'?")]
    [InlineData("kernel install --user --prefix there", "exclude each other")]
    public async Task A_wrong_command_line_gets_one_line_and_code_2(string args, string message)
    {
        Assert.Equal(2, await _course.CourseAsync(args.Split(' ')));
        Assert.Contains(message, _course.Error.ToString());
        Assert.Single(_course.Error.ToString().TrimEnd().Split('\n'));
    }

    public void Dispose() => _course.Dispose();
}
