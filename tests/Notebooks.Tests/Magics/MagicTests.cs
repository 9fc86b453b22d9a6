using Notebooks.Tests.Session;

namespace Notebooks.Tests.Magics;

public sealed class MagicTests : SessionTest
{
    [Theory]
    [InlineData("html", "text/html", "<b>bold</b>")]
    [InlineData("markdown", "text/markdown", "# Title\n\n- item")]
    public async Task Text_is_shown_as_it_is(string magic, string mimeType, string text)
    {
        await RunOk($"#!{magic}\n{text}");
        Assert.Equal(text, Assert.Single(Sink.Displays).Data[mimeType].GetValue<string>());
    }

    [Fact]
    public async Task Styles_and_scripts_go_to_the_page()
    {
        await RunOk("#!css\nb { color: red }\n#!javascript\nalert(1)");
        Assert.Equal(
            ["<style>b { color: red }</style>", "<script type=\"text/javascript\">alert(1)</script>"],
            Sink.Displays.Select(bundle => bundle.Data["text/html"].GetValue<string>()));
    }

    [Fact]
    public async Task A_diagram_is_text_as_well()
    {
        await RunOk("#!mermaid\ngraph LR\n  A --> B");
        var data = Assert.Single(Sink.Displays).Data;
        Assert.Equal("graph LR\n  A --> B", data["text/plain"].GetValue<string>());
        Assert.Equal("graph LR\n  A --> B", data["text/vnd.mermaid"].GetValue<string>());
        Assert.Equal("```mermaid\ngraph LR\n  A --> B\n```", data["text/markdown"].GetValue<string>());
    }

    [Fact]
    public async Task Parts_of_a_cell_run_in_order()
    {
        await RunOk("Console.Write(1);\n#!html\n<i>2</i>\n#!csharp\nConsole.Write(3);\n#!markdown\n4");
        Assert.Equal(["stdout", "display", "stdout", "display"], Sink.Calls.Select(call => call.Kind));
    }

    [Fact]
    public async Task A_magic_in_a_string_or_a_comment_is_text()
    {
        await RunOk("var text = @\"\n#!html\n\"; /*\n#!nonsense\n*/ text.Trim()");
        Assert.Equal("#!html", Sink.Result);
    }

    [Fact]
    public async Task An_unknown_magic_names_the_nearest_and_runs_nothing()
    {
        var error = await RunError("Console.WriteLine(1);\n#!markdwn\ntext");
        Assert.Equal("Unknown magic #!markdwn. Did you mean #!markdown? #!lsmagic lists them all.", error.Message);
        Assert.Equal(2, error.Line);
        Assert.Empty(Sink.Calls);
    }

    [Fact]
    public async Task Time_is_shown_at_the_end()
    {
        await RunOk("#!time\nawait Task.Delay(60);\nConsole.WriteLine(\"done\");");
        var match = System.Text.RegularExpressions.Regex.Match(Sink.Out, @"^done\nWall time: (\d+\.\d) ms\n$");
        Assert.True(match.Success, Sink.Out);
        Assert.InRange(double.Parse(match.Groups[1].Value), 50, 20_000);
    }

    [Fact]
    public async Task Who_lists_names_and_whos_types_and_values()
    {
        await RunOk("var b = new List<int> { 1, 2 }; var a = \"x\"; int Method() => 1;");
        Assert.Equal("a, b\n", await RunOk("#!who"));
        await RunOk("#!whos");
        var data = Assert.Single(Sink.Displays).Data;
        Assert.Equal(
            "Variable  Type         Value\na         String       x\nb         List<Int32>  [ 1, 2 ]",
            data["text/plain"].GetValue<string>());
        Assert.Contains("<td>List&lt;Int32&gt;</td>", data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task The_list_has_every_magic_with_its_use()
    {
        string list = await RunOk("#!lsmagic");
        string[] names =
        [
            "#!csharp", "#!html", "#!javascript", "#!css", "#!markdown", "#!mermaid", "#!time", "#!who", "#!whos",
            "#!lsmagic", "#!about", "#!import", "#!set", "#!share", "#!value",
        ];
        Assert.All(names, name => Assert.Matches($"(?m)^{name} +\\S", list));
        Assert.Equal(names.Length, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task About_names_the_runtime()
    {
        Assert.Contains(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription, await RunOk("#!about"));
    }

    [Fact]
    public async Task A_notebook_can_be_imported()
    {
        File.WriteAllText(
            Path.Combine(Folder, "other.ipynb"),
            """
            {"cells":[{"cell_type":"markdown","source":["# no code"]},
                      {"cell_type":"code","source":["var a = 1;\n","var b = 2;"]},
                      {"cell_type":"code","source":"#!who"}]}
            """);
        Assert.Equal("a, b\n", await RunOk("#!import other.ipynb\n"));
        await RunOk("a + b");
        Assert.Equal("3", Sink.Result);
    }

    [Fact]
    public async Task A_file_can_be_imported_and_its_errors_name_it()
    {
        File.WriteAllText(Path.Combine(Folder, "good.cs"), "int Seven() => 7;");
        File.WriteAllText(Path.Combine(Folder, "bad.csx"), "\nint x = nothing;");
        await RunOk("#!import \"good.cs\"\nSeven()");
        Assert.Equal("7", Sink.Result);
        var error = await RunError("Seven();\n#!import bad.csx");
        Assert.StartsWith("bad.csx: (2,9): error CS0103", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_stopped()
    {
        File.WriteAllText(Path.Combine(Folder, "loop.csx"), "#!import loop.csx");
        Assert.Contains("Does a file import itself?", (await RunError("#!import loop.csx")).Message);
    }

    [Theory]
    [InlineData("#!import gone.ipynb", "no file at")]
    [InlineData("#!import", "needs exactly one file")]
    [InlineData("#!import notes.txt", "only .ipynb, .cs and .csx")]
    [InlineData("#!import broken.ipynb", "not a notebook")]
    [InlineData("#!set --name x", "needs --value")]
    [InlineData("#!set --name 1x --value a", "cannot be a variable's name")]
    [InlineData("#!set --name x --value @value:none", "no value 'none' is stored")]
    [InlineData("#!share --from python x", "nothing can be shared from 'python'")]
    public async Task Wrong_use_is_explained(string code, string message)
    {
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "");
        File.WriteAllText(Path.Combine(Folder, "broken.ipynb"), "{");
        var error = await RunError("\n" + code);
        Assert.Contains(message, error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task Values_are_stored_shared_and_set()
    {
        await RunOk("#!value --name csv\na,b\n1,2\n#!csharp\n");
        await RunOk("#!share --from value csv\ncsv.Split('\\n').Length");
        Assert.Equal("2", Sink.Result);
        await RunOk("#!set --name answer --value @csharp:6*7\n#!set --name word --value \"two words\"\n$\"{answer + 0} {word}\"");
        Assert.Equal("42 two words", Sink.Result);
    }
}
