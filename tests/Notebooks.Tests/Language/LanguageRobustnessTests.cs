using System.Text.Json.Nodes;
using Notebooks.Language;
using Notebooks.Session;

namespace Notebooks.Tests.Language;

/// <summary>Half-written cells of every kind: the course's own, cut and mixed at random.</summary>
[Collection("session")]
public sealed class LanguageRobustnessTests : IAsyncLifetime
{
    private const int Cuts = 250;

    private readonly CSharpSession session = new();
    private LanguageService service = null!;

    public Task InitializeAsync()
    {
        service = new LanguageService(session);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await session.DisposeAsync();

    [Fact]
    public void Random_cuts_of_the_courses_cells_are_answered_within_the_text()
    {
        var random = new Random(7);
        string[] cells = [.. Cells()];
        Assert.True(cells.Length > 50, "the course has few cells");
        for (int round = 0; round < Cuts; round++)
        {
            Check(Spoil(cells[random.Next(cells.Length)], random), random);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d")]
    [InlineData("#")]
    [InlineData("#!")]
    [InlineData("#! ")]
    [InlineData("\r")]
    [InlineData("\r\n#!time\r\n")]
    [InlineData("@")]
    [InlineData("@.")]
    [InlineData("..")]
    [InlineData("\"\"\"\"\"\"")]
    [InlineData("$\"{$\"{")]
    [InlineData("#r \"\0\"")]
    [InlineData("#r \"..\"")]
    [InlineData("#!set --value @")]
    [InlineData("var \ud83d\ude00 = 1; x.")]
    [InlineData("using static System.")]
    [InlineData("new { A. ")]
    [InlineData("f(a:")]
    [InlineData("[x(")]
    [InlineData("#if A\nConsole.")]
    public void Odd_texts_are_answered_at_every_place(string code)
    {
        for (int cursor = 0; cursor <= code.Length; cursor++)
        {
            CheckAt(code, cursor);
        }
    }

    [Fact]
    public async Task A_cursor_outside_the_text_is_at_its_end()
    {
        Assert.Equal(4, (await service.CompleteAsync("Cons", 99, CancellationToken.None)).End);
        Assert.Equal(0, (await service.CompleteAsync("Cons", -1, CancellationToken.None)).End);
        Assert.Null(await service.InspectAsync("", int.MaxValue, 0, CancellationToken.None));
    }

    [Fact]
    public async Task Code_nested_too_deep_for_the_compiler_gets_no_answer()
    {
        string deep = new string('(', 100_000);
        Assert.Empty((await service.CompleteAsync(deep, deep.Length, CancellationToken.None)).Items);
        Assert.Null(await service.InspectAsync(deep, deep.Length, 0, CancellationToken.None));
        Assert.NotEqual(CompletenessStatus.Complete, service.CheckComplete(deep).Status);
    }

    private void Check(string code, Random random) => CheckAt(code, random.Next(code.Length + 1));

    private void CheckAt(string code, int cursor)
    {
        try
        {
            var list = service.Completer.Complete(code, cursor, CancellationToken.None);
            Assert.Equal(cursor, list.End);
            Assert.InRange(list.Start, 0, cursor);
            Assert.DoesNotContain(list.Items, item => item.Text.Length == 0);
            Assert.Equal(list.Items.Count, list.Items.DistinctBy(item => item.Text).Count());
            var found = service.Inspector.Inspect(code, cursor, everything: true, CancellationToken.None);
            Assert.True(found is null || found.PlainText.Length > 0);
            service.CheckComplete(code);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"at {cursor} of:\n{code}\n{exception}");
        }
    }

    // What a cell looks like while it is written: cut off, a piece missing, two halves, an emoji or half of one inside.
    private static string Spoil(string cell, Random random)
    {
        int at = random.Next(cell.Length + 1);
        int until = random.Next(at, cell.Length + 1);
        return random.Next(6) switch
        {
            0 => cell[..at],
            1 => cell[at..],
            2 => cell[..at] + cell[until..],
            3 => cell.Insert(at, "\ud83d\ude00"),
            4 => cell.Insert(at, "\ude00") + cell[..until],
            _ => cell.Insert(at, ".({[\"'$@#;\n"[random.Next(11)].ToString()),
        };
    }

    private static IEnumerable<string> Cells()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !Directory.Exists(Path.Combine(root, "notebooks")))
        {
            root = Path.GetDirectoryName(root);
        }

        return Directory.EnumerateFiles(Path.Combine(root!, "notebooks"), "*.ipynb").Order()
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray())
            .Where(cell => (string?)cell!["cell_type"] == "code")
            .Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => (string?)line)));
    }
}
