using System.Xml.Linq;
using Notebooks.Language.Documentation;

namespace Notebooks.Tests.Language;

public sealed class DocumentationTextTests
{
    [Theory]
    [InlineData("a\n   b", "a b", "a b")]
    [InlineData("See <see cref=\"M:System.Math.Max(System.Int32,System.Int32)\" />.", "See Math.Max.", "See `Math.Max`.")]
    [InlineData("<see cref=\"T:System.Collections.Generic.List`1\" />s", "Lists", "`List`s")]
    [InlineData("<see langword=\"null\" /> or <paramref name=\"x\" />", "null or x", "`null` or `x`")]
    [InlineData("<see href=\"https://example.org\">this page</see>", "this page", "this page")]
    [InlineData("one<para>two</para>three", "one\n\ntwo\n\nthree", "one\n\ntwo\n\nthree")]
    [InlineData("<list><item>a</item><item>b</item></list>", "- a\n- b", "- a\n- b")]
    [InlineData("<list><item><term>t</term><description>d</description></item></list>", "- t: d", "- t: d")]
    [InlineData("x <code>\n    if (a)\n      b();\n</code>", "x\n\nif (a)\n  b();", "x\n\n```csharp\nif (a)\n  b();\n```")]
    [InlineData("", "", "")]
    public void Comments_become_text_and_markdown(string xml, string plain, string markdown)
    {
        var element = XElement.Parse($"<summary>{xml}</summary>", LoadOptions.PreserveWhitespace);
        Assert.Equal(plain, DocumentationText.Render(element, markdown: false));
        Assert.Equal(markdown, DocumentationText.Render(element, markdown: true));
    }

    [Theory]
    [InlineData("T:System.String", "String")]
    [InlineData("M:System.Collections.Generic.List`1.Add(`0)", "List.Add")]
    [InlineData("M:System.Random.#ctor(System.Int32)", "Random")]
    [InlineData("T:System.ArgumentNullException", "ArgumentNullException")]
    [InlineData("!:Unknown", "Unknown")]
    [InlineData("", "")]
    public void An_id_has_a_short_name(string id, string name)
    {
        Assert.Equal(name, DocumentationText.NameOf(id));
    }

    [Fact]
    public void The_sdk_documents_the_base_library()
    {
        var framework = new FrameworkDocumentation();
        Assert.NotNull(framework.Find("M:System.String.Trim", "T:System.String", "System.Private.CoreLib"));
        const string List = "T:System.Collections.Generic.List`1";
        Assert.NotNull(framework.Find(List, List, "System.Private.CoreLib"));
        Assert.NotNull(framework.Find("T:System.Linq.Enumerable", "T:System.Linq.Enumerable", "System.Linq"));
        Assert.Null(framework.Find("T:No.Such", "T:No.Such", "No"));
    }

    [Fact]
    public void Without_an_sdk_there_is_no_documentation_and_no_fault()
    {
        var framework = new FrameworkDocumentation(Path.Combine(Path.GetTempPath(), "no", "such", "folder"));
        Assert.Null(framework.Find("T:System.String", "T:System.String", "System.Private.CoreLib"));
    }
}
