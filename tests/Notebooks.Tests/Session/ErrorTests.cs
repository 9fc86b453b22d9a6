namespace Notebooks.Tests.Session;

public sealed class ErrorTests : SessionTest
{
    [Fact]
    public async Task A_compile_error_names_its_place_in_the_cell()
    {
        var error = await RunError("var fine = 1;\n\nvar broken = undefined + 1;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("(3,14): error CS0103: The name 'undefined' does not exist in the current context", error.Message);
        Assert.Equal((3, 14), (error.Line, error.Column));
        Assert.Equal([error.Message, "    var broken = undefined + 1;", "                 ^^^^^^^^^"], error.Traceback);
    }

    [Fact]
    public async Task All_compile_errors_are_listed_in_order()
    {
        var error = await RunError("int a = \"text\";\nint b = missing;");
        Assert.Equal(1, error.Line);
        Assert.StartsWith("(1,9): error CS0029", error.Traceback[0]);
        Assert.StartsWith("(2,9): error CS0103", error.Traceback[3]);
    }

    [Theory]
    [InlineData("{\n\t  Nothing\t(x); }", "    Nothing\t(x); }", "    ^^^^^^^")]
    [InlineData("1 +\t*", "    1 +\t*", "       \t ^")]
    [InlineData("string a = new[]\n{ 1 };", "    string a = new[]", "               ^^^^^")]
    [InlineData("var missing = (1", "    var missing = (1", "                    ^")]
    public async Task Carets_mark_the_place(string code, string line, string carets)
    {
        Assert.Equal([line, carets], (await RunError(code)).Traceback.Skip(1).Take(2));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await RunOk("var x = 1;");
        await RunError("x = 2; x.Nothing();");
        await RunError("using Not.There;");
        await RunOk("x");
        Assert.Equal("1", Sink.Result);
    }

    [Fact]
    public async Task Directives_and_magics_keep_the_line_numbers()
    {
        var error = await RunError("#!time\n// comment\n#i \"nuget:x\"\nmissing();");
        Assert.Equal((4, 1), (error.Line, error.Column));
    }

    [Fact]
    public async Task An_exception_points_at_the_cells_line()
    {
        var error = await RunError("var zero = 0;\n\nvar x = 1 / zero;");
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal(3, error.Line);
        Assert.Equal(
            ["DivideByZeroException: Attempted to divide by zero.", "   at cell 1, line 3: var x = 1 / zero;"],
            error.Traceback);
    }

    [Fact]
    public async Task After_an_await_too()
    {
        var error = await RunError("await Task.Delay(1);\nthrow new InvalidOperationException(\"stop\");");
        Assert.Equal(("stop", 2), (error.Message, error.Line));
    }

    [Fact]
    public async Task The_traceback_names_the_cells_it_went_through()
    {
        await RunOk("int Divide(int a, int b)\n{\n    return a / b;\n}", "cell 3");
        await RunOk("class Model\n{\n    public int Forward(int x, Func<int, int, int> f) =>\n        f(1, x);\n}", "cell 5");
        var error = await RunError("var model = new Model();\nmodel.Forward(0, Divide)", "cell 7");
        Assert.Equal(2, error.Line);
        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "   at Divide in cell 3, line 3: return a / b;",
                "   at Model.Forward in cell 5, line 4: f(1, x);",
                "   at cell 7, line 2: model.Forward(0, Divide)",
            ],
            error.Traceback);
    }

    [Fact]
    public async Task Async_methods_lambdas_and_local_functions_have_their_own_names()
    {
        await RunOk(
            """
            class Deep
            {
                public async Task Outer() { await Task.Yield();
                    Inner();
                    void Inner() => new[] { 0 }.Select(x =>
                        1 / x).ToList();
                }
            }
            """,
            "cell 1");
        var error = await RunError("await new Deep().Outer();", "cell 2");
        Assert.Equal(
            [
                "   at Deep.lambda in cell 1, line 6: 1 / x).ToList();",
                "   at Deep.Inner in cell 1, line 5: void Inner() => new[] { 0 }.Select(x =>",
                "   at Deep.Outer in cell 1, line 4: Inner();",
                "   at cell 2, line 1: await new Deep().Outer();",
            ],
            error.Traceback.Skip(1));
    }

    [Fact]
    public async Task Inner_exceptions_are_shown()
    {
        var error = await RunError("try { int.Parse(\"x\"); }\ncatch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Equal(("InvalidOperationException", "outer", 2), (error.Name, error.Message, error.Line));
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by FormatException: "));
    }

    [Fact]
    public async Task A_task_that_was_waited_for_shows_its_own_exception()
    {
        var error = await RunError("Task.Run(() => { throw new InvalidOperationException(\"inside\"); }).Wait();");
        Assert.Equal(("InvalidOperationException", "inside"), (error.Name, error.Message));
    }

    [Fact]
    public async Task What_was_declared_before_an_exception_stays()
    {
        await RunError("var before = 5;\nthrow new Exception();");
        await RunOk("before");
        Assert.Equal("5", Sink.Result);
    }

    [Fact]
    public async Task An_exception_while_showing_a_value_is_the_cells_error()
    {
        await RunOk("class Bad { public override string ToString() => throw new InvalidOperationException(\"no text\"); }");
        var error = await RunError("new Bad()");
        Assert.Equal("no text", error.Message);
    }

    [Fact]
    public async Task A_label_used_again_with_other_code_does_not_show_the_old_lines()
    {
        await RunOk("int Old() => throw new Exception(\"old\");", "cell 1");
        await RunOk("int other = 1;", "cell 1");
        var error = await RunError("Old()", "cell 2");
        Assert.Contains("   at Old in cell 1, line 1: int Old() => throw new Exception(\"old\");", error.Traceback);
    }

    [Fact]
    public async Task An_exception_on_a_thread_of_the_cell_does_not_end_the_process()
    {
        await RunOk(
            """
            var thread = new System.Threading.Thread(() => throw new InvalidOperationException("on a thread"));
            thread.Start();
            thread.Join();
            """);
        Assert.Contains("InvalidOperationException: on a thread", Sink.Err);
    }

    // The compiler's parser would end the process.
    [Theory]
    [InlineData('(', ')', 100_000)]
    [InlineData('(', ')', 501)]
    [InlineData('[', ']', 5_000)]
    [InlineData('{', '}', 20_000)]
    public async Task Brackets_nested_too_deep_are_an_error(char open, char close, int depth)
    {
        var error = await RunError(new string(open, depth) + "1" + new string(close, depth));
        Assert.Contains("nested more than 500 deep", error.Message);
        await RunOk("1 + 1");
        Assert.Equal("2", Sink.Result);
    }

    [Fact]
    public async Task Many_brackets_in_a_string_or_side_by_side_are_none()
    {
        await RunOk($"\"{new string('<', 2_000)}\".Length");
        Assert.Equal("2000", Sink.Result);
        await RunOk(string.Join(" + ", Enumerable.Repeat("(1)", 2_000)));
        Assert.Equal("2000", Sink.Result);
        await RunOk("int n = 0;" + string.Concat(Enumerable.Repeat("for (int i = 0; i < 1; i++) n++;", 600)) + "n");
        Assert.Equal("600", Sink.Result);
        await RunOk(new string('(', 400) + "1" + new string(')', 400));
        Assert.Equal("1", Sink.Result);
    }
}
