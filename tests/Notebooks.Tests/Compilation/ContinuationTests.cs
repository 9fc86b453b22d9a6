using Notebooks.Tests.Session;

namespace Notebooks.Tests.Compilation;

/// <summary>What a session keeps of its cells: all that later code can refer to, and nothing else.</summary>
public sealed class ContinuationTests : SessionTest
{
    [Theory]
    [InlineData("var a = 1;", "a")]
    [InlineData("int.TryParse(\"1\", out var parsed)", "parsed")]
    [InlineData("if ((object)1 is int matched) { }", "matched")]
    [InlineData("var (left, right) = (1, 2);", "left")]
    [InlineData("int Local() => 1;", "Local()")]
    [InlineData("class Thing { public int One => 1; }", "new Thing().One")]
    [InlineData("enum Number { Zero, One }", "(int)Number.One")]
    [InlineData("delegate int Giver();", "((Giver)(() => 1))()")]
    [InlineData("int Auto { get; set; } = 1;", "Auto")]
    [InlineData("using System.Net; Console.Write(1);", "(int)HttpStatusCode.Continue / 100")]
    [InlineData("using Alias = System.Text.StringBuilder; Console.Write(1);", "new Alias(\"x\").Length")]
    [InlineData("using static System.Math; Console.Write(1);", "Abs(-1)")]
    public async Task Whatever_a_cell_declares_can_be_used_later(string declaration, string use)
    {
        await RunOk("var before = 0;");
        await RunOk(declaration);
        await RunOk("Console.Write(before);");
        await RunOk(use);
        Assert.Equal("1", Sink.Result);
    }

    // Else memory and the time of each compilation grow with every cell of a long session.
    [Theory]
    [InlineData("1 + 2")]
    [InlineData("Console.WriteLine(before);")]
    [InlineData("for (int i = 0; i < 3; i++) { var inner = i; before += inner; }")]
    [InlineData("await Task.Yield();")]
    [InlineData("Enumerable.Range(0, 3).Select(x => x * before).Sum()")]
    [InlineData("_ = before;")]
    public async Task A_cell_that_declares_nothing_is_not_kept(string code)
    {
        await RunOk("var before = 1;");
        var kept = Session.Chain.Last;
        await RunOk(code);
        Assert.Same(kept, Session.Chain.Last);
        await RunOk("var after = before;");
        Assert.NotSame(kept, Session.Chain.Last);
    }

    // From the 501st such cell on. References are taken in a method of an earlier cell: in the cell they would live in its frame.
    [Fact]
    public async Task The_code_of_a_cell_that_declares_nothing_leaves_memory_unless_something_still_calls_it()
    {
        await RunOk(
            """
            var code = new List<WeakReference>();
            Func<int> later = null;
            int Call(Func<int> function)
            {
                code.Add(new WeakReference(function.Method.Module.Assembly));
                return function();
            }
            """);
        for (int quick = 0; quick < 500; quick++)
        {
            await RunOk("1");
        }

        await RunOk("Call(() => 1)");
        await RunOk("later = () => 2; Call(later)");
        await RunOk("try { throw new Exception($\"{Call(() => 3)}\"); } catch { }");
        string living = "";
        for (int round = 0; round < 50 && living != "False True False"; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            living = (await RunOk("Console.Write(string.Join(\" \", code.Select(reference => reference.IsAlive)));")).Trim();
        }

        Assert.Equal("False True False", living);
        await RunOk("later()");
        Assert.Equal("2", Sink.Result);
    }

    [Fact]
    public async Task A_cell_that_declares_nothing_uses_the_types_of_earlier_cells()
    {
        await RunOk("record Pair(int First, int Second); var pairs = new List<Pair>();");
        await RunOk("pairs.Add(new Pair(1, 2));");
        await RunOk("pairs.Add(pairs[0] with { Second = 5 });");
        await RunOk("pairs.Sum(pair => pair.Second)");
        Assert.Equal("7", Sink.Result);
    }
}
