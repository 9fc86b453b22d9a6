using Notebooks.Language;

namespace Notebooks.Tests.Language;

public sealed class CompletenessTests : LanguageTest
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("if (true) { }")]
    [InlineData("// words")]
    [InlineData("var s = \"\"\"\n  raw\n  \"\"\";")]
    [InlineData("#!time")]
    [InlineData("#!html\n<b>no C# (")]
    [InlineData("#!html\n<b>\n#!csharp\n1 + 1")]
    [InlineData("#r \"lib.dll\"\nusing System.IO;")]
    public void Code_that_can_run_is_complete(string code)
    {
        Assert.Equal(new Completeness(CompletenessStatus.Complete), Service.CheckComplete(code));
    }

    [Theory]
    [InlineData("1 +", 4)]
    [InlineData("x.", 4)]
    [InlineData("Console.WriteLine(", 4)]
    [InlineData("for (int i = 0; i < 3; i++)", 4)]
    [InlineData("for (int i = 0; i < 3; i++)\n{\n    if (i == 2)\n    {\n        i++;", 8)]
    [InlineData("int Twice(int x) =>", 4)]
    [InlineData("names.Select(name =>\n    name.Length", 4)]
    [InlineData("class A\r\n{\r\n", 4)]
    [InlineData("var s = @\"first", 0)]
    [InlineData("var s = \"\"\"\n  raw", 2)]
    [InlineData("var s = $\"\"\"\n{1}", 0)]
    [InlineData("/* words", 0)]
    [InlineData("#!time\nConsole.WriteLine(", 4)]
    public void Code_with_something_open_is_incomplete_and_says_how_to_go_on(string code, int indent)
    {
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, new string(' ', indent)), Service.CheckComplete(code));
    }

    [Theory]
    [InlineData(")")]
    [InlineData("foo)")]
    [InlineData("int int")]
    [InlineData("var s = \"open")]
    [InlineData("'a")]
    [InlineData("foo(] +")]
    [InlineData("#!htlm\n<b>")]
    [InlineData("foo(\n#!time\nbar();")]
    public void Code_that_no_further_line_mends_is_invalid(string code)
    {
        Assert.Equal(new Completeness(CompletenessStatus.Invalid), Service.CheckComplete(code));
    }
}
