using Site.Markdown;

namespace Site.Tests.Markdown;

public sealed class MarkdownPageTests
{
    [Theory]
    [InlineData("two\nlines", "<p>two\nlines</p>\n")]
    [InlineData("one\n\ntwo", "<p>one</p>\n<p>two</p>\n")]
    [InlineData("**bold** and *slanted* and _so_", "<p><strong>bold</strong> and <em>slanted</em> and <em>so</em></p>\n")]
    [InlineData("a_name_of_code", "<p>a_name_of_code</p>\n")]
    [InlineData("`a * b * c` and ``x`y``", "<p><code>a * b * c</code> and <code>x`y</code></p>\n")]
    [InlineData("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>\n")]
    [InlineData(@"\*no\* \$5", "<p>*no* $5</p>\n")]
    [InlineData("<b>raw</b>", "<p>&lt;b&gt;raw&lt;/b&gt;</p>\n")]
    [InlineData("<a id=\"a-b\"></a>\ntext", "<p><a id=\"a-b\"></a>\ntext</p>\n")]
    [InlineData("[ViT](02-vit.ipynb)", "<p><a href=\"02-vit.html\">ViT</a></p>\n")]
    [InlineData("[`Code`](https://a.example/x)", "<p><a href=\"https://a.example/x\"><code>Code</code></a></p>\n")]
    [InlineData("[a file](../lib/x.cs)", "<p>a file</p>\n")]
    [InlineData("![words](a.png)", "<p><img src=\"pictures/a.png\" alt=\"words\"></p>\n")]
    [InlineData("> quoted\n> text", "<blockquote>\n<p>quoted\ntext</p>\n</blockquote>\n")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>\n")]
    [InlineData("- a\n- b\n  more\n\ntext", "<ul>\n<li>a</li>\n<li>b\nmore</li>\n</ul>\n<p>text</p>\n")]
    [InlineData("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")]
    [InlineData("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("text\n- a", "<p>text</p>\n<ul>\n<li>a</li>\n</ul>\n")]
    [InlineData("```\na < b\n\nc\n```", "<pre class=\"code\" tabindex=\"0\"><code>a &lt; b\n\nc</code></pre>\n")]
    public void Markdown_becomes_HTML(string markdown, string expected) => Assert.Equal(expected, Page().Html(markdown));

    [Fact]
    public void A_table_has_a_head_and_right_aligned_columns()
    {
        var html = Page().Html("| name | size |\n|---|---:|\n| a\\|b | **1** |\n");
        Assert.Contains("<thead><tr><th>name</th><th class=\"number\">size</th></tr>\n</thead>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>a|b</td><td class=\"number\"><strong>1</strong></td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_stays_folded_away_and_its_code_is_coloured()
    {
        var html = Page().Html("<details><summary>Solution: x</summary>\n\n```csharp\nvar a = 1;\n```\n\n</details>");
        Assert.StartsWith("<details><summary>Solution: x</summary>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">var</span>", html, StringComparison.Ordinal);
        Assert.EndsWith("</details>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_display_formula_may_take_several_lines()
    {
        var html = Page().Html("$$\na\n= b\n$$");
        Assert.StartsWith("<div class=\"formula\"><math display=\"block\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("$", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_collected_and_can_be_linked_to()
    {
        var page = Page();
        page.Html("# 1. `Code` & more");
        page.Html("## Why $d$?\n\n## Why d?");
        Assert.Equal(["1-code-more", "why-d", "why-d-2"], page.Headings.Select(heading => heading.Id));
        Assert.Equal("1. Code & more", page.Headings[0].Text);
        Assert.Equal([1, 2, 2], page.Headings.Select(heading => heading.Level));
    }

    private static MarkdownPage Page() => new(new TestLinks());
}
