using Notebooks.Language;

namespace Notebooks.Tests.Language;

public sealed class MemberCompletionTests : LanguageTest
{
    [Fact]
    public async Task Members_of_a_session_variable_replace_the_typed_start()
    {
        await RunOk("var text = \"abc\";");
        var list = await Complete("1 + text.len|");
        Assert.Equal((9, 12), (list.Start, list.End));
        var only = Assert.Single(list.Items);
        Assert.Equal(("Length", CompletionKind.Property, "int Length"), (only.Text, only.Kind, only.Signature));
    }

    [Fact]
    public async Task Statics_follow_a_type_and_instance_members_a_value()
    {
        string[] ofType = await Texts("string.|");
        string[] ofValue = await Texts("\"abc\".|");
        Assert.Contains("IsNullOrEmpty", ofType);
        Assert.DoesNotContain("Trim", ofType);
        Assert.Contains("Trim", ofValue);
        Assert.DoesNotContain("IsNullOrEmpty", ofValue);
    }

    [Fact]
    public async Task Extension_methods_come_after_members_and_what_every_object_has_last()
    {
        string[] texts = await Texts("new List<int>().|");
        Assert.True(Array.IndexOf(texts, "Add") < Array.IndexOf(texts, "Where"));
        Assert.Equal("ToString", texts[^1]);
    }

    [Theory]
    [InlineData("var a = \"x\";\na.|\nvar b = 3;", "Trim")]
    [InlineData("new[] { \"x\" }.Select(word => word.|)", "Trim")]
    [InlineData("foreach (var word in new[] { \"x\" }) { word.| }", "Trim")]
    [InlineData("string a = null; a?.|", "Trim")]
    [InlineData("DateTime? when = null; when?.|", "Year")]
    [InlineData("$\"{\"x\".|}\"", "Trim")]
    [InlineData("Console.WriteLine(\"x\".|\nvar c = 1;", "Trim")]
    [InlineData("int F(string a) { return a.| }", "Trim")]
    [InlineData("(await Task.FromResult(\"x\")).|", "Trim")]
    [InlineData("\"x\".|.Length", "Trim")]
    [InlineData("\"x\".|\n.Length", "Trim")]
    [InlineData("global::|", "System")]
    [InlineData("System.Collections.|", "Generic")]
    [InlineData("using System.Collections.|", "Generic")]
    [InlineData("var pair = (Left: 1, Right: 2); pair.|", "Left")]
    public async Task A_half_written_cell_is_understood(string code, string expected)
    {
        Assert.Contains(expected, await Texts(code));
    }

    [Fact]
    public async Task Hidden_obsolete_and_private_members_are_left_out()
    {
        await RunOk(
            """
            using System.ComponentModel;
            class Box
            {
                public int Shown;
                private int secret;
                [Obsolete] public int Old;
                [EditorBrowsable(EditorBrowsableState.Never)] public int Hidden;
                public static Box operator +(Box a, Box b) => a;
            }
            """);
        string[] own = ["Shown", "secret", "Old", "Hidden", "op_Addition", "Equals"];
        Assert.Equal(["Shown", "Equals"], (await Texts("new Box().|")).Intersect(own));
    }

    [Theory]
    [InlineData("Console.WL|", new[] { "WindowLeft", "WriteLine" })]
    [InlineData("Console.writel|", new[] { "WriteLine" })]
    [InlineData("Console.Qzx|", new string[0])]
    public async Task Typed_letters_select_by_start_or_by_words(string code, string[] expected)
    {
        Assert.Equal(expected, (await Texts(code)).Intersect(["WindowLeft", "WriteLine", "Beep"]));
    }
}
