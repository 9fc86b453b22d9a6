using Notebooks.Documents;
using Notebooks.Jupyter.Kernel.Execution;
using Notebooks.Running;

namespace Notebooks.Tests.Output;

/// <summary>A cell that writes 100 MB: what a front end and a stored notebook get of it stays small.</summary>
[Collection("session")]
public sealed class FloodTests
{
    private const int Lines = 1_000_000;

    [Fact]
    public void A_front_end_gets_the_head_the_cut_and_the_tail()
    {
        long sent = 0;
        var last = new Queue<(string Name, string Text)>();
        using var buffer = new StreamBuffer((name, text) =>
        {
            sent += text.Length;
            last.Enqueue((name, text));
            if (last.Count > 40)
            {
                last.Dequeue();
            }
        });
        for (int i = 0; i < Lines; i++)
        {
            buffer.Write("stdout", $"{i:0000000}".PadRight(99) + "\n");
        }

        buffer.Finish();
        Assert.InRange(sent, StreamBuffer.MostCharacters, StreamBuffer.MostCharacters + 100_000);
        Assert.Contains(("stderr", "[output cut: 68.0 MB of text are left out here; a cell shows at most 32 MB]\n"), last);
        Assert.EndsWith("0999999".PadRight(99) + "\n", last.Last().Text);
    }

    [Fact]
    public async Task A_stored_notebook_keeps_the_head_the_cut_and_the_tail()
    {
        string folder = Directory.CreateTempSubdirectory("flood").FullName;
        try
        {
            var document = new NotebookBuilder()
                .Code($"for (int i = 0; i < {Lines}; i++) Console.WriteLine($\"{{i:0000000}}\".PadRight(99));\nthrow new Exception(\"the end\");")
                .Build(Path.Combine(folder, "flood.ipynb"));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var run = await new NotebookRunner().RunAsync(document, new RunOptions(), null, CancellationToken.None);
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.Equal(RunStatus.Failed, run.Status);
            string stored = System.Text.Encoding.UTF8.GetString(ExecutedNotebook.AsRun(document, run));
            Assert.InRange(stored.Length, 8_000_000, 10_000_000);
            Assert.Contains("[output cut: 92.0 MB of text and 0 displays are left out here; a cell keeps at most 8 MB]", stored);
            Assert.Contains("0999999", stored);
            Assert.Contains("the end", stored);
            Assert.InRange(held, long.MinValue, 80_000_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
