using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>Shows nothing, and keeps the last result.</summary>
internal sealed class SilentOutput : IOutputSink
{
    internal MimeBundle? LastResult { get; private set; }

    public void Stream(string name, string text)
    {
    }

    public void Display(MimeBundle bundle)
    {
    }

    public void Update(MimeBundle bundle)
    {
    }

    public void Result(MimeBundle bundle) => LastResult = bundle;

    public void Clear(bool wait)
    {
    }

    public string? ReadLine(string prompt, bool password) => null;
}
