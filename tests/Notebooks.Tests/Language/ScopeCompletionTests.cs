using Notebooks.Language;

namespace Notebooks.Tests.Language;

public sealed class ScopeCompletionTests : LanguageTest
{
    [Fact]
    public async Task What_earlier_cells_declared_is_offered_with_its_kind()
    {
        await RunOk("using System.IO; var total = 1; int Totals() => 2; class Totality { }");
        var items = (await Complete("tota|")).Items;
        Assert.Equal(
            [("total", CompletionKind.Variable), ("Totality", CompletionKind.Class), ("Totals", CompletionKind.Function)],
            items.Select(item => (item.Text, item.Kind)));
        Assert.Contains("File", await Texts("Fil|"));
    }

    [Fact]
    public async Task A_cell_that_failed_leaves_what_it_declared()
    {
        await RunError("var kept = 1; throw new Exception();");
        Assert.Contains("kept", await Texts("ke|"));
    }

    [Fact]
    public async Task The_newest_variable_of_a_name_counts()
    {
        await RunOk("var value = 1;");
        await RunOk("var value = \"text\";");
        Assert.Contains("Trim", await Texts("value.|"));
        Assert.Equal("string value", Assert.Single((await Complete("valu|")).Items, item => item.Text == "value").Signature);
    }

    [Fact]
    public async Task Locals_come_first_and_not_before_their_declaration()
    {
        string[] texts = await Texts("void F(int number) { int near = 1; n| int next = 2; }");
        Assert.Equal(["near", "number"], texts.Take(2));
        Assert.DoesNotContain("next", texts);
    }

    [Theory]
    [InlineData("int F(int first) { int second = 1; |", "second")]
    [InlineData("int F(int first) { int second = 1; s|", "second")]
    [InlineData("int F(int first) => |", "first")]
    [InlineData("int F(int first) { if (true) { return fi|", "first")]
    [InlineData("foreach (var one in new[] { 1 }) { Console.WriteLine(|", "one")]
    [InlineData("new[] { 1 }.Select(one => |", "one")]
    [InlineData("Console.WriteLine($\"{1} {f|", "first")]
    [InlineData("class A { int field; void M() { |", "field")]
    [InlineData("class A { int field; void M() { this.f|", "field")]
    [InlineData("class A : List<int> { void M() { R|", "RemoveAll")]
    [InlineData("void F(int own) { |\n}\nvar later = 1;", "own")]
    [InlineData("int[] F() => [fir|", "first")]
    public async Task What_is_still_open_reaches_to_the_cursor(string code, string expected)
    {
        await RunOk("var first = 0;");
        Assert.Contains(expected, await Texts(code));
    }

    [Fact]
    public async Task A_variable_is_not_offered_within_its_own_declaration()
    {
        Assert.DoesNotContain("itself", await Texts("var itself = its|"));
    }

    [Theory]
    [InlineData("var na|")]
    [InlineData("int na|")]
    [InlineData("int[] na|")]
    [InlineData("List<int> na|")]
    [InlineData("void F(string na|)")]
    [InlineData("class Na|")]
    [InlineData("foreach (var na|")]
    [InlineData("\"na|\"")]
    [InlineData("$\"na|\"")]
    [InlineData("// na|")]
    [InlineData("/* na| */")]
    [InlineData("/// na|")]
    [InlineData("12|")]
    [InlineData("'n|'")]
    [InlineData("\"\"\"\nna|\n\"\"\"")]
    [InlineData("#!html\nna|")]
    public async Task Nothing_completes_a_new_name_or_a_text(string code)
    {
        await RunOk("var name = 1; var number = 2;");
        Assert.Empty(await Texts(code));
    }

    [Theory]
    [InlineData("ret|", "return")]
    [InlineData("if (x) { fore|", "foreach")]
    [InlineData("x\nfore|", "foreach")]
    [InlineData("foreach (va|", "var")]
    [InlineData("List<str|", "string")]
    [InlineData("class A { pub|", "public")]
    [InlineData("class A { int F() => 1; overr|", "override")]
    [InlineData("var y = awa|", "await")]
    [InlineData("foreach (var a i|", "in")]
    [InlineData("x i|", "is")]
    [InlineData("x.ToString() swi|", "switch")]
    [InlineData("list[0] swi|", "switch")]
    public async Task Keywords_are_offered_where_they_can_stand(string code, string keyword)
    {
        await RunOk("var x = 1; var list = new List<int>();");
        Assert.Contains((await Complete(code)).Items, item => item.Text == keyword && item.Kind == CompletionKind.Keyword);
    }

    [Fact]
    public async Task Behind_a_value_only_keywords_go_on()
    {
        await RunOk("var x = 1; var isle = 2;");
        Assert.Equal(["is"], await Texts("x is|"));
    }

    [Theory]
    [InlineData("new Lis|", "List", "Listen")]
    [InlineData("x as Lis|", "List", "Listen")]
    [InlineData("typeof(Lis|", "List", "Listen")]
    [InlineData("using Sys|", "System", "System2")]
    public async Task Only_types_are_offered_where_one_is_asked_for(string code, string type, string variable)
    {
        await RunOk("var x = new object(); var Listen = 1; var System2 = 2;");
        string[] texts = await Texts(code);
        Assert.Contains(type, texts);
        Assert.DoesNotContain(variable, texts);
    }

    [Fact]
    public async Task References_and_usings_of_the_cell_itself_count_before_it_runs()
    {
        string name = $"Lib{Guid.NewGuid():N}";
        Notebooks.Tests.Compilation.Build.Library(
            Path.Combine(Folder, $"{name}.dll"), $"namespace {name}; public class Thing {{ public int Size => 1; }}");
        Assert.Contains("Size", await Texts($"#r \"{name}.dll\"\nusing {name};\nnew Thing().|"));
        Assert.DoesNotContain("Size", await Texts($"using {name};\nnew Thing().|"));
        await RunOk($"#r \"{name}.dll\"\nusing {name};\nvar thing = new Thing();");
        await RunOk("1");
        Assert.Contains("Size", await Texts($"#r \"{name}.dll\"\nusing {name};\nnew[] {{ thing, new Thing() }}[0].|"));
        Assert.Contains("Size", await Texts("thing.|"));
    }

    [Fact]
    public async Task Code_before_a_magic_of_the_cell_counts()
    {
        Assert.Contains("first", await Texts("var first = 1;\n#!time\nfir|"));
        Assert.Contains("first", await Texts("#!html\n<b>(</b>\n#!csharp\nvar first = 1;\nfir|"));
    }

    [Fact]
    public async Task It_works_while_a_cell_runs_and_does_not_wait_for_it()
    {
        await RunOk("var early = 1;");
        string flag = Path.Combine(Folder, "go");
        var running = Run($"var late = 1; while (!System.IO.File.Exists(@\"{flag}\")) {{ await Task.Delay(5); }}");
        Assert.Contains("early", await Texts("ear|"));
        Assert.NotNull(await Service.InspectAsync("early", 2, 0, CancellationToken.None));
        Assert.False(running.IsCompleted);
        File.WriteAllText(flag, "");
        await running;
        Assert.Contains("late", await Texts("lat|"));
    }

    [Fact]
    public async Task A_cancelled_question_is_not_answered()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Service.CompleteAsync("Cons", 4, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Kinds_have_the_names_that_front_ends_know()
    {
        Assert.Equal("enumMember", CompletionKind.EnumMember.ToJupyterType());
        Assert.Equal("module", CompletionKind.Module.ToJupyterType());
    }
}
