using Notebooks.Compilation;
using Notebooks.Display;
using Notebooks.Execution;
using Notebooks.Packages;

namespace Notebooks.Session;

/// <summary>Makes the runtime compile the compiler and the formatter, on code that leaves no trace.</summary>
internal static class WarmUp
{
    private const string Code = "using System.IO; int Twice(int x) => 2 * x; var text = $\"{Twice(2)}\"; await Task.Yield(); text.Length";

    internal static void Run(string directory)
    {
        var chain = new SubmissionChain(directory, RestoreCache.None);
        var submission = chain.Compile(Code, "warm-up", _ => { }, CancellationToken.None);
        object? value = InterruptibleRun.Run(() => chain.Start(submission), CancellationToken.None);
        DisplayFormatter.Bundle(DisplayFormatter.Format(value));
        DisplayFormatter.Bundle(DisplayFormatter.Format(new { value }));
    }
}
