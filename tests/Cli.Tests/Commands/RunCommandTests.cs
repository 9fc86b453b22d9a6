using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TestRepository _course = new();

    public RunCommandTests()
    {
        _course.Write("notebooks/01-one.ipynb", new NotebookBuilder().Code("var a = 1;").Code("a"));
        _course.Write("notebooks/02-two.ipynb", new NotebookBuilder().Code("2"));
    }

    [Fact]
    public async Task A_run_writes_copies_and_a_report_and_leaves_the_notebooks_alone()
    {
        var before = File.ReadAllBytes(_course.Path("notebooks/01-one.ipynb"));
        Assert.Equal(0, await _course.CourseAsync(["run"], new FakeRunner((document, _) => FakeRunner.Passed(document))));
        Assert.Equal(before, File.ReadAllBytes(_course.Path("notebooks/01-one.ipynb")));
        Assert.Equal([1, 2], _course.Load("out/01-one.ipynb").Cells.Select(cell => cell.ExecutionCount));

        var report = JsonNode.Parse(File.ReadAllText(_course.Path("out/report.json")))!;
        Assert.Equal("passed", report["status"]!.ToString());
        Assert.Equal("embedded", report["stack"]!.ToString());
        var first = report["notebooks"]![0]!;
        Assert.Equal(
            ("01-one", "notebooks/01-one.ipynb", "passed", 2.0, 2, 3, 500.0),
            (first["name"]!.ToString(), first["path"]!.ToString(), first["status"]!.ToString(), (double)first["seconds"]!,
                (int)first["cells"]!, (int)first["checks_passed"]!, (double)first["peak_memory_mb"]!));
        Assert.Equal("""{"name":"test accuracy","value":"88.1 %"}""", first["key_figures"]![0]!.ToJsonString());
        Assert.Equal(2, report["notebooks"]!.AsArray().Count);

        var output = _course.Output.ToString();
        Assert.Contains("[2/2] at 2.0 s, took 1.0 s: a", output);
        Assert.Contains("01-one: passed in 2.0 s, 2 of 2 cells, 3 checks, peak 500 MB", output);
        Assert.Contains("test accuracy: 88.1 %", output);
        Assert.Contains("2 of 2 notebooks passed. Executed notebooks and report.json are in out.", output);
    }

    [Fact]
    public async Task A_failure_is_told_the_others_still_run_and_the_code_is_1()
    {
        var runner = new FakeRunner((document, _) => document.Name == "02-two" ? FakeRunner.Passed(document) : FakeRunner.Passed(document) with
        {
            Status = RunStatus.Failed,
            Failure = new RunFailure(2, "var y = x;", "InvalidOperationException", "matmul: (2, 3) and (4, 5)\ndo not fit", 3, "x.matmul(y)", ["trace"]),
        });
        Assert.Equal(1, await _course.CourseAsync(["run", "1", "two", "--save", "--out", _course.Path("there")], runner));
        Assert.Equal(
            """
            FAILED notebooks/01-one.ipynb, cell [2]: var y = x;
              InvalidOperationException: matmul: (2, 3) and (4, 5)
              do not fit
              at line 3 of the cell: x.matmul(y)

            """,
            _course.Error.ToString());
        Assert.Contains("1 of 2 notebooks passed", _course.Output.ToString());
        Assert.Null(_course.Load("notebooks/01-one.ipynb").Cells[0].ExecutionCount);
        Assert.Equal(1, _course.Load("notebooks/02-two.ipynb").Cells[0].ExecutionCount);
        var report = JsonNode.Parse(File.ReadAllText(_course.Path("there/report.json")))!;
        Assert.Equal(("failed", "failed", "passed"),
            (report["status"]!.ToString(), report["notebooks"]![0]!["status"]!.ToString(), report["notebooks"]![1]!["status"]!.ToString()));
        Assert.Equal("x.matmul(y)", report["notebooks"]![0]!["failure"]!["line_text"]!.ToString());
    }

    [Fact]
    public async Task Save_does_not_overwrite_a_notebook_that_was_edited_meanwhile()
    {
        var runner = new FakeRunner((document, _) =>
        {
            _course.Write("notebooks/02-two.ipynb", new NotebookBuilder().Code("my work"));
            return FakeRunner.Passed(document);
        });
        await _course.CourseAsync(["run", "two", "--save"], runner);
        Assert.Equal("my work", _course.Load("notebooks/02-two.ipynb").Cells[0].Source);
        Assert.Contains("was changed while it ran", _course.Error.ToString());
    }

    [Fact]
    public async Task Ctrl_C_stops_says_what_was_not_run_and_gives_130()
    {
        _course.Write("notebooks/03-three.ipynb", new NotebookBuilder().Code("3"));
        using var stop = new CancellationTokenSource();
        var runner = new FakeRunner((document, _) =>
        {
            if (document.Name == "01-one")
            {
                return FakeRunner.Passed(document);
            }

            stop.Cancel();
            return FakeRunner.Passed(document) with
            {
                Status = RunStatus.Cancelled,
                Failure = new RunFailure(1, "2", "Cancelled", "stopped by the user", null, null, []),
            };
        });
        var before = File.ReadAllBytes(_course.Path("notebooks/02-two.ipynb"));
        Assert.Equal(130, await _course.CourseAsync(["run", "--save"], runner, stop.Token));
        Assert.EndsWith("Stopped. Not run to the end: 02-two (stopped in cell [1]), 03-three.\n", _course.Error.ToString());
        Assert.Equal(before, File.ReadAllBytes(_course.Path("notebooks/02-two.ipynb")));
        var report = JsonNode.Parse(File.ReadAllText(_course.Path("out/report.json")))!;
        Assert.Equal("cancelled", report["status"]!.ToString());
        Assert.Equal(["passed", "cancelled", "not_run"], report["notebooks"]!.AsArray().Select(entry => entry!["status"]!.ToString()));
    }

    [Fact]
    public async Task Options_reach_the_runner()
    {
        RunOptions? seen = null;
        var runner = new FakeRunner((document, options) =>
        {
            seen = options;
            return FakeRunner.Passed(document);
        });
        await _course.CourseAsync(["run", "1"], runner);
        Assert.Equal((TimeSpan.FromSeconds(900), null, ExerciseMode.Solutions), (seen!.NotebookTimeout, seen.CellTimeout, seen.Exercises));
        await _course.CourseAsync(["run", "1", "--timeout", "0", "--cell-timeout", "2.5", "--as-written"], runner);
        Assert.Equal((null, TimeSpan.FromSeconds(2.5), ExerciseMode.AsWritten), (seen.NotebookTimeout, seen.CellTimeout, seen.Exercises));
    }

    [Fact]
    public async Task A_broken_notebook_is_refused_before_anything_runs()
    {
        _course.Write("notebooks/02-two.ipynb", "{ \"cells\": oops }");
        var runner = new FakeRunner((_, _) => throw new InvalidOperationException("nothing should run"));
        Assert.Equal(1, await _course.CourseAsync(["run"], runner));
        Assert.Contains("02-two.ipynb(1,12): not a notebook, because it is not JSON", _course.Error.ToString());
        Assert.Single(_course.Error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_notebooks_own_folder_is_no_output_folder()
    {
        Assert.Equal(1, await _course.CourseAsync(["run", "--out", _course.Path("notebooks")]));
        Assert.Contains("use --save to store outputs there", _course.Error.ToString());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_gets_one_line()
    {
        _course.Write("out/report.json/stands-in-the-way", "");
        var runner = new FakeRunner((document, _) => FakeRunner.Passed(document));
        Assert.Equal(1, await _course.CourseAsync(["run", "1"], runner));
        Assert.StartsWith($"course: cannot write to {_course.Path("out")}: ", _course.Error.ToString());
        Assert.Single(_course.Error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Notebooks_of_one_name_get_files_of_their_own()
    {
        _course.Write("other/01-one.ipynb", new NotebookBuilder().Code("other"));
        await _course.CourseAsync(["run", "1", _course.Path("other/01-one.ipynb")], new FakeRunner((document, _) => FakeRunner.Passed(document)));
        Assert.Equal("var a = 1;", _course.Load("out/01-one.ipynb").Cells[0].Source);
        Assert.Equal("other", _course.Load("out/01-one-2.ipynb").Cells[0].Source);
    }

    [Fact]
    public async Task An_unproven_exercise_fails_the_proof()
    {
        var runner = new FakeRunner((document, options) => FakeRunner.Passed(document) with
        {
            Exercises = [new ExerciseProof(options.Exercises.ToString(), null, "the check passes on the unchanged stub")],
        });
        Assert.Equal(1, await _course.CourseAsync(["exercises", "1", "--prove"], runner));
        Assert.Contains("exercise 'Prove': the check passes on the unchanged stub", _course.Error.ToString());
        Assert.Equal("failed", JsonNode.Parse(File.ReadAllText(_course.Path("out/report.json")))!["status"]!.ToString());
    }

    [Fact]
    public async Task Html_writes_the_run_chapters_as_they_ran_and_the_others_as_stored()
    {
        var runner = new FakeRunner((document, _) => FakeRunner.Passed(document) with
        {
            Cells = [.. document.CodeCells.Select(
                cell => new CellRun(cell.Index, cell.Number, RunStatus.Passed, TimeSpan.Zero, Says("fresh"), cell.Source))],
        });
        Assert.Equal(0, await _course.CourseAsync(["run", "1", "--html", _course.Path("site")], runner));
        Assert.Contains("fresh", File.ReadAllText(_course.Path("site/01-one.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("fresh", File.ReadAllText(_course.Path("site/02-two.html")), StringComparison.Ordinal);
        Assert.Contains("Site of 2 chapters: site/index.html", _course.Output.ToString(), StringComparison.Ordinal);

        var never = new FakeRunner((_, _) => throw new NotSupportedException());
        Assert.Equal(0, await _course.CourseAsync(["run", "--html", _course.Path("site"), "--stored"], never));
        Assert.DoesNotContain("fresh", File.ReadAllText(_course.Path("site/01-one.html")), StringComparison.Ordinal);

        static JsonArray Says(string text) => [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text }];
    }

    [Fact]
    public async Task Html_writes_nothing_when_a_notebook_fails()
    {
        var runner = new FakeRunner((document, _) => FakeRunner.Passed(document) with { Status = RunStatus.Cancelled, Cells = [] });
        await _course.CourseAsync(["run", "--html", _course.Path("site")], runner);
        Assert.Contains("The site is not written, because not every notebook passed.", _course.Error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_course.Path("site")));
    }

    [Theory]
    [InlineData("is neither an empty folder nor an earlier site", "--html", "notebooks")]
    [InlineData("--stored runs nothing", "--stored")]
    [InlineData("--html and --as-written exclude each other", "--html", "site", "--as-written")]
    public async Task Html_refuses_what_makes_no_sense(string message, params string[] options)
    {
        var args = options.Select(option => option == "notebooks" ? _course.Path(option) : option).Prepend("run").ToArray();
        Assert.NotEqual(0, await _course.CourseAsync(args, new FakeRunner((document, _) => FakeRunner.Passed(document))));
        Assert.Contains(message, _course.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_error_is_one_line_and_says_how_to_see_more()
    {
        Assert.Equal(1, await _course.CourseAsync(["run", "1"], new FakeRunner((_, _) => throw new InvalidOperationException("odd"))));
        Assert.Equal("course: unexpected error: odd\nSet COURSE_TRACE=1 to see where it comes from.\n", _course.Error.ToString());
    }

    public void Dispose() => _course.Dispose();
}
