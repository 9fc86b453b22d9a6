using Course.Checks;
using Course.Tests.Support;
using static TorchSharp.torch;

namespace Course.Tests.Checks;

[Collection(ConsoleCollection.Name)]
public sealed class CheckTests
{
    [Fact]
    public void A_claim_that_holds_prints_a_tick_with_its_numbers()
    {
        using Tensor a = tensor(new[] { 1f, 2f }), b = tensor(new[] { 1f, 2.000002f });
        string[] lines = CapturedConsole.Lines(() =>
        {
            Check.True(1 < 2, "one is less than two");
            Check.AllClose(a, b, "attention is permutation-equivariant");
            Check.Shape(a, 2);
            Check.Shape(a.reshape(1, 2), 1, 2);
            Check.Shape(a.reshape(1, 1, 2), [1, 1, 2]);
            Check.Below(0.25, 1, "the error is small");
            Check.Above(0.881, 0.87, "accuracy");
            Check.Between(5, 1, 9, "five lies between");
            Check.Equal(new[] { 1, 2 }, new[] { 1, 2 }, "lists are compared by element");
            Check.Close(1.0, 1.0000001, "nearly one");
            Check.NotClose(a, tensor(new[] { 5f, 2f }), "the order matters");
            Check.Throws<InvalidOperationException>(() => throw new InvalidOperationException("matmul: shapes (2, 3) and (2, 3)"),
                "matmul");
            Check.Figure("test accuracy", 0.8812, "0.0 %");
        });
        Assert.Equal(
        [
            "✓ one is less than two",
            "✓ attention is permutation-equivariant (max difference 1.91e-6 ≤ 1e-5)",
            "✓ a has shape (2,)",
            "✓ a.reshape(1, 2) has shape (1, 2)",
            "✓ a.reshape(1, 1, 2) has shape (1, 1, 2)",
            "✓ the error is small (0.25 < 1)",
            "✓ accuracy (0.881 > 0.87)",
            "✓ five lies between (1 ≤ 5 ≤ 9)",
            "✓ lists are compared by element",
            "✓ nearly one (1, difference 1e-7 ≤ 1e-5)",
            "✓ the order matters (max difference 4 > 1e-5)",
            "✓ throws InvalidOperationException about \"matmul\" (matmul: shapes (2, 3) and (2, 3))",
            "▪ test accuracy: 88.1 %",
        ], lines);
    }

    [Fact]
    public void A_claim_that_does_not_hold_says_what_was_expected()
    {
        using Tensor a = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]), b = tensor(new[] { 1f, 2f, 3f, 4.5f }, [2, 2]);
        AssertFails(() => Check.AllClose(a, b, "they agree"), "they agree", "4.5 at [1, 1], within 1e-5",
            "4 at [1, 1]; 1 of 4 elements differ");
        AssertFails(() => Check.AllClose(a, b.reshape(4), "they agree"), "they agree", "a tensor of shape (4,)",
            "a tensor of shape (2, 2)");
        AssertFails(() => Check.Shape(a, 3), "a has shape (3,)", "(3,)", "(2, 2)");
        AssertFails(() => Check.Below(2, 1, "small"), "small", "below 1", "2");
        AssertFails(() => Check.Below(double.NaN, 1, "small"), "small", "below 1", "NaN");
        AssertFails(() => Check.Above(1, 1, "big"), "big", "above 1", "1");
        AssertFails(() => Check.Between(10, 1, 9, "within"), "within", "1 to 9", "10");
        AssertFails(() => Check.Equal("a", "b", "same"), "same", "\"b\"", "\"a\"");
        AssertFails(() => Check.Close(1, 2, "near"), "near", "2 within 1e-5", "1, which differs by 1");
        AssertFails(() => Check.NotClose(a, a, "moved"), "moved", "a difference above 1e-5", "max difference 0");
        AssertFails(() => Check.NotClose(a, a * float.NaN, "moved"), "moved", "a difference above 1e-5", "max difference NaN");
        AssertFails(() => Check.NotClose(a, a.unsqueeze(0), "moved"), "moved",
            "a tensor of shape (1, 2, 2)", "a tensor of shape (2, 2)");
        AssertFails(() => Check.True(false, "yes"), "yes", "true", "false");
        AssertFails(() => Check.Throws<ArgumentException>(() => { }, "x", "refuses"), "refuses",
            "ArgumentException with \"x\" in its message", "no exception");
        AssertFails(() => Check.Throws<ArgumentException>(() => throw new InvalidOperationException("other"), "x", "refuses"), "refuses",
            "ArgumentException with \"x\" in its message", "InvalidOperationException: other");
    }

    [Fact]
    public void Code_that_must_run_may_not_throw()
    {
        Assert.Equal(["✓ fits"], CapturedConsole.Lines(() => Check.Runs(() => { }, "fits")));
        AssertFails(() => Check.Runs(() => throw new InvalidOperationException("too wide\nand more"), "fits"), "fits",
            "no exception", "InvalidOperationException: too wide");
    }

    [Fact]
    public void A_failure_that_must_come_is_shown_and_its_absence_fails()
    {
        Assert.Equal(
            ["✗ big", "  expected  above 1", "  got       1", "✓ so the check fails, as it must on this code"],
            CapturedConsole.Lines(() => Check.Fails(() => Check.Above(1, 1, "big"))).SelectMany(line => line.Split('\n')));
        AssertFails(() => Check.Fails(() => Check.Above(2, 1, "big")), "the check fails on flawed code",
            "a check that fails", "no check that fails");
        Assert.Throws<DivideByZeroException>(() => Check.Fails(() => throw new DivideByZeroException()));
    }

    [Fact]
    public void The_failure_of_checks_can_be_had_in_silence()
    {
        CheckFailedException? failure = null, none = null;
        Assert.Equal(["✓ loud again"], CapturedConsole.Lines(() =>
        {
            failure = Check.FailureOf(() =>
            {
                Check.Above(2, 1, "holds");
                Check.Above(1, 1, "big");
            });
            none = Check.FailureOf(() => Check.Above(2, 1, "holds"));
            Check.True(true, "loud again");
        }));
        Assert.Equal("big", failure?.Claim);
        Assert.Null(none);
        Assert.Throws<DivideByZeroException>(() => Check.FailureOf(() => throw new DivideByZeroException()));
    }

    [Fact]
    public void NaN_is_close_to_nothing()
    {
        using Tensor a = tensor(new[] { float.NaN });
        Assert.Throws<CheckFailedException>(() => Check.AllClose(a, a, "NaN equals NaN"));
        Assert.Throws<CheckFailedException>(() => Check.Close(double.NaN, double.NaN, "NaN equals NaN"));
    }

    [Fact]
    public void Every_claim_is_reported_also_a_false_one()
    {
        var reported = new List<CheckResult>();
        Check.Reported += reported.Add;
        try
        {
            CapturedConsole.Lines(() => Check.True(true, "fine"));
            Assert.Throws<CheckFailedException>(() => Check.Exercise("scale").True(false, "broken"));
        }
        finally
        {
            Check.Reported -= reported.Add;
        }

        Assert.Equal([new CheckResult("fine", true), new CheckResult("broken", false, null, "scale")], reported);
    }

    [Fact]
    public void An_exercise_names_the_likely_mistake()
    {
        using Tensor right = tensor(new[] { 0.5f }), byD = tensor(new[] { 0.25f }), other = tensor(new[] { 0.7f });
        void Solve(Tensor mine) => Check.Exercise("scaled-scores")
            .IsNot(mine, byD, "you divided by d instead of sqrt(d)")
            .AllClose(mine, right, "scores are scaled", likelyMistake: "look at the dimension you divide by");

        Assert.Equal(["✓ scores are scaled (max difference 0 ≤ 1e-5)"], CapturedConsole.Lines(() => Solve(right)));
        var error = Assert.Throws<CheckFailedException>(() => Solve(byD));
        Assert.Equal("you divided by d instead of sqrt(d)", error.Hint);
        Assert.Contains("exercise scaled-scores", error.Message, StringComparison.Ordinal);
        Assert.Equal("look at the dimension you divide by", Assert.Throws<CheckFailedException>(() => Solve(other)).Hint);
    }

    private static void AssertFails(Action action, string claim, string expected, string got)
    {
        var error = Assert.Throws<CheckFailedException>(action);
        Assert.Equal((claim, expected, got), (error.Claim, error.Expected, error.Got));
        Assert.Contains($"does not hold: {claim}", error.Message, StringComparison.Ordinal);
    }
}
