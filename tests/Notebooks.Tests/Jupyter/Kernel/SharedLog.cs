namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>The lines a kernel logs.</summary>
internal sealed class SharedLog
{
    private readonly List<string> lines = [];

    internal void Add(string line)
    {
        lock (lines)
        {
            lines.Add(line);
        }
    }

    internal bool WaitFor(string text) => SpinWait.SpinUntil(() => Contains(text), TimeSpan.FromMinutes(1));

    private bool Contains(string text)
    {
        lock (lines)
        {
            return lines.Exists(line => line.Contains(text, StringComparison.Ordinal));
        }
    }
}
