using System.Net;
using System.Text.RegularExpressions;
using Site.Code;

namespace Site.Tests.Code;

public sealed partial class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData(
        "Check.That(a < b, \"c\");",
        "<span class=\"t\">Check</span>.<span class=\"m\">That</span>(a &lt; b, <span class=\"s\">&quot;c&quot;</span>);")]
    [InlineData("//| export A.cs\n// why", "<span class=\"d\">//| export A.cs</span>\n<span class=\"c\">// why</span>")]
    [InlineData("#r \"a.dll\"\nusing B;", "<span class=\"d\">#r &quot;a.dll&quot;</span>\n<span class=\"k\">using</span> B;")]
    [InlineData("#!time\nF();", "<span class=\"d\">#!time</span>\n<span class=\"m\">F</span>();")]
    [InlineData("$\"{x:0.0} y\"", "<span class=\"s\">$&quot;</span>{x:0.0}<span class=\"s\"> y</span><span class=\"s\">&quot;</span>")]
    [InlineData("class A : B;", "<span class=\"k\">class</span> <span class=\"t\">A</span> : <span class=\"t\">B</span>;")]
    public void Parts_of_code_are_marked(string code, string expected) => Assert.Equal(expected, CSharpHighlighter.Html(code));

    [Theory]
    [InlineData("")]
    [InlineData("does ( not compile <<< \"")]
    [InlineData("/// <summary>x</summary>\nint F(int a) => a switch { > 0 => 1, _ => 2 }; // é 😀")]
    [InlineData("#r \"x\"\n#!who\n\n  int[] a = [1, .. b];\n#if X\nno\n#endif\n")]
    public void The_text_stays_as_it_is(string code) => Assert.Equal(code, TextOf(CSharpHighlighter.Html(code)));

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
