using System.Xml.Linq;
using Site.Mathematics;

namespace Site.Tests.Mathematics;

public sealed class MathMlTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData(@"\tau = 0.07", "<mi>τ</mi><mo>=</mo><mn>0.07</mn>")]
    [InlineData("2x", "<mn>2</mn><mi>x</mi>")]
    [InlineData("-1", "<mo>−</mo><mn>1</mn>")]
    [InlineData("a, b", "<mi>a</mi><mo>,</mo><mi>b</mi>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>")]
    [InlineData("x^{10}", "<msup><mi>x</mi><mrow><mrow><mn>10</mn></mrow></mrow></msup>")]
    [InlineData("x^12", "<msup><mi>x</mi><mrow><mn>1</mn></mrow></msup><mn>2</mn>")]
    [InlineData("f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>")]
    [InlineData(@"\frac12", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [InlineData(@"\sqrt d", "<msqrt><mi>d</mi></msqrt>")]
    [InlineData(@"\sum_i", "<munder><mo>∑</mo><mrow><mi>i</mi></mrow></munder>")]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathbf 1", "<mi>𝟏</mi>")]
    [InlineData(@"\mathrm{softmax}", "<mi mathvariant=\"normal\">softmax</mi>")]
    [InlineData(@"\text{for all } P", "<mtext>for\u00a0all\u00a0</mtext><mi>P</mi>")]
    [InlineData(@"a \neq b", "<mi>a</mi><mo>≠</mo><mi>b</mi>")]
    [InlineData(@"a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"\log_2 n", "<msub><mi>log</mi><mrow><mn>2</mn></mrow></msub><mi>n</mi>")]
    [InlineData(@"\left(x\right)", "<mrow><mo stretchy=\"true\">(</mo><mi>x</mi><mo stretchy=\"true\">)</mo></mrow>")]
    [InlineData(@"\big(x\big)", "<mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData(@"\{x\}", "<mo stretchy=\"false\">{</mo><mi>x</mi><mo stretchy=\"false\">}</mo>")]
    [InlineData(@"\max_j s", "<munder><mo movablelimits=\"true\">max</mo><mrow><mi>j</mi></mrow></munder><mi>s</mi>")]
    public void A_formula_becomes_MathML(string latex, string expected) =>
        Assert.Equal($"<mrow>{expected}</mrow>", Body(MathMl.From(latex, display: false)));

    [Fact]
    public void Cases_have_a_brace_and_a_row_for_each_case()
    {
        var body = Body(MathMl.From(@"z = \begin{cases} 1 & i = j\\ -1 & i \neq j\end{cases}", display: true));
        Assert.Contains("<mo stretchy=\"true\">{</mo><mtable class=\"cases\"><mtr><mtd><mn>1</mn></mtd>", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split("<mtr>").Length - 1);
    }

    [Fact]
    public void An_underbrace_takes_its_label_below() =>
        Assert.Contains(
            "<munder><munder><mrow><mrow><mi>a</mi></mrow></mrow><mo stretchy=\"true\">⏟</mo></munder><mrow><mrow><mtext>label</mtext>",
            MathMl.From(@"\underbrace{a}_{\text{label}}", display: true),
            StringComparison.Ordinal);

    [Fact]
    public void A_display_stands_alone_and_every_formula_keeps_its_source()
    {
        var math = MathMl.From("a < b", display: true);
        Assert.StartsWith("<math display=\"block\">", math, StringComparison.Ordinal);
        Assert.Contains("<annotation encoding=\"application/x-tex\">a &lt; b</annotation>", math, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\unheardof x", @"unknown command \unheardof in $\unheardof x$")]
    [InlineData(@"\begin{gather} x \end{gather}", "unknown environment gather")]
    [InlineData("{x", "closing brace")]
    [InlineData("x}", "'}' without its beginning")]
    [InlineData(@"\left(x", @"\left without \right")]
    [InlineData(@"\frac{1}", "the formula ends")]
    [InlineData("_2", "behind nothing")]
    [InlineData(@"\text x", "argument in braces is missing")]
    public void What_it_does_not_know_is_an_error_that_quotes_the_formula(string latex, string message)
    {
        var problem = Assert.Throws<MathException>(() => MathMl.From(latex, display: false));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(latex, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_known_command_gives_well_formed_MathML()
    {
        string[] formulas =
        [
            .. LatexSymbols.Letters.Keys.Concat(LatexSymbols.Operators.Keys).Concat(LatexSymbols.Large.Keys).Concat(LatexSymbols.Functions)
                .Concat(LatexSymbols.Spaces.Keys).Select(name => $@"a \{name} b"),
            .. LatexSymbols.Accents.Keys.Concat(LatexSymbols.Alphabets.Keys).Select(name => $@"\{name}{{x}}"),
            .. LatexSymbols.FenceSizes.Select(name => $@"\{name}("),
        ];
        Assert.All(formulas, latex => Assert.NotEmpty(XElement.Parse(MathMl.From(latex, display: true)).Descendants()));
    }

    private static string Body(string math)
    {
        XElement.Parse(math);
        var start = math.IndexOf("<semantics>", StringComparison.Ordinal) + "<semantics>".Length;
        return math[start..math.IndexOf("<annotation", StringComparison.Ordinal)];
    }
}
