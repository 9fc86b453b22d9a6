using System.Collections.Concurrent;
using Notebooks.Session;

namespace Notebooks.Tests.Session;

/// <summary>Keeps what a session shows, with the time of each call.</summary>
internal sealed class RecordingSink : IOutputSink
{
    internal ConcurrentQueue<(string Kind, object? Value, long Time)> Calls { get; } = new();

    internal Queue<string> Answers { get; } = new();

    internal Action<string>? OnStream { get; set; }

    internal string Out => Text("stdout");

    internal string Err => Text("stderr");

    internal IReadOnlyList<MimeBundle> Displays => Bundles("display");

    internal IReadOnlyList<MimeBundle> Updates => Bundles("update");

    internal IReadOnlyList<MimeBundle> Results => Bundles("result");

    /// <summary>The only result's plain text.</summary>
    internal string Result => Plain(Assert.Single(Results));

    internal static string Plain(MimeBundle bundle) => bundle.Data["text/plain"].GetValue<string>();

    public void Stream(string name, string text)
    {
        Add(name, text);
        OnStream?.Invoke(text);
    }

    public void Display(MimeBundle bundle) => Add("display", bundle);

    public void Update(MimeBundle bundle) => Add("update", bundle);

    void IOutputSink.Result(MimeBundle bundle) => Add("result", bundle);

    public void Clear(bool wait) => Add("clear", wait);

    public string? ReadLine(string prompt, bool password)
    {
        Add("input", (prompt, password));
        return Answers.TryDequeue(out string? answer) ? answer : null;
    }

    private void Add(string kind, object? value) => Calls.Enqueue((kind, value, Environment.TickCount64));

    private string Text(string name) => string.Concat(Calls.Where(call => call.Kind == name).Select(call => (string?)call.Value));

    private List<MimeBundle> Bundles(string kind) =>
        [.. Calls.Where(call => call.Kind == kind).Select(call => (MimeBundle)call.Value!)];
}
