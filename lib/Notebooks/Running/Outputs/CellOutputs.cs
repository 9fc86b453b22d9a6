using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Output;
using Notebooks.Session;

namespace Notebooks.Running.Outputs;

/// <summary>Collects what one cell shows: streams merged, updates folded into their display, a flood cut.</summary>
internal sealed class CellOutputs : IOutputSink
{
    // Where a flood ends says most about it: how far a loop came, what went wrong.
    private const int MostTailCharacters = 10_000;

    private readonly NotebookOutputs _notebook;
    private readonly int _executionCount;
    private readonly List<OutputEntry> _entries = [];
    private readonly ReportLines _report = new();
    private readonly TextTail _tail;
    private long _used;
    private int _cutDisplays;
    private bool _clearPending;

    public CellOutputs(NotebookOutputs notebook, int executionCount)
    {
        _notebook = notebook;
        _executionCount = executionCount;
        _tail = new TextTail(Math.Min(MostTailCharacters, notebook.CellLimitBytes / 10));
    }

    /// <summary>Ticks and figures of everything written, also of what was cleared or cut.</summary>
    public ReportLines Report
    {
        get
        {
            lock (_notebook.Gate)
            {
                _report.EndLine();
                return _report;
            }
        }
    }

    public void Stream(string name, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        lock (_notebook.Gate)
        {
            if (name == "stdout")
            {
                _report.Read(text);
            }

            ClearIfPending();
            var room = (int)Math.Clamp(_notebook.CellLimitBytes - _used, 0, text.Length);
            _used += room;
            if (room < text.Length)
            {
                _tail.Add(name, text, room);
            }

            if (room == 0)
            {
                return;
            }

            if (_entries.LastOrDefault() is not OutputEntry.Stream last || last.Name != name)
            {
                last = new OutputEntry.Stream(name);
                _entries.Add(last);
            }

            last.Text.Append(text, 0, room);
        }
    }

    public void Display(MimeBundle bundle) => Add(bundle, null);

    public void Result(MimeBundle bundle) => Add(bundle, _executionCount);

    public void Update(MimeBundle bundle)
    {
        lock (_notebook.Gate)
        {
            _notebook.Update(bundle);
        }
    }

    public void Clear(bool wait)
    {
        lock (_notebook.Gate)
        {
            _clearPending = true;
            if (!wait)
            {
                ClearIfPending();
            }
        }
    }

    /// <summary>A headless run has no reader to ask.</summary>
    public string? ReadLine(string prompt, bool password) => null;

    public void Fail(CellError error)
    {
        lock (_notebook.Gate)
        {
            _entries.Add(new OutputEntry.Error(error));
        }
    }

    /// <summary>Replaces what a display of this cell shows.</summary>
    public void Replace(OutputEntry.Bundle entry, MimeBundle bundle)
    {
        var growth = Size(bundle) - Size(entry.Content);
        if (_used + growth > _notebook.CellLimitBytes)
        {
            _cutDisplays++;
            return;
        }

        _used += growth;
        entry.Content = bundle;
    }

    public JsonArray ToJson()
    {
        lock (_notebook.Gate)
        {
            var outputs = new JsonArray([.. _entries.Select(entry => entry.ToJson())]);
            if (_tail.Dropped > 0 || _cutDisplays > 0)
            {
                outputs.Add(StreamJson(
                    "stderr",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"[output cut: {_tail.Dropped / 1e6:0.0} MB of text and {_cutDisplays} displays are left out here; ")
                    + string.Create(CultureInfo.InvariantCulture, $"a cell keeps at most {_notebook.CellLimitBytes / 1e6:0.#} MB]\n")));
            }

            foreach (var (stream, text) in _tail.Pieces())
            {
                outputs.Add(StreamJson(stream, text));
            }

            return outputs;
        }
    }

    private static JsonNode StreamJson(string name, string text)
    {
        var entry = new OutputEntry.Stream(name);
        entry.Text.Append(text);
        return entry.ToJson();
    }

    private static long Size(MimeBundle bundle) => bundle.Data.Values.Sum(
        value => value is JsonValue text && text.TryGetValue<string>(out var s) ? s.Length : value.ToJsonString().Length);

    private void Add(MimeBundle bundle, int? executionCount)
    {
        lock (_notebook.Gate)
        {
            ClearIfPending();
            var size = Size(bundle);
            if (_used + size > _notebook.CellLimitBytes)
            {
                _cutDisplays++;
                return;
            }

            _used += size;
            var entry = new OutputEntry.Bundle(bundle, executionCount);
            _entries.Add(entry);
            if (bundle.DisplayId is not null)
            {
                _notebook.Register(bundle.DisplayId, new Shown(this, entry));
            }
        }
    }

    private void ClearIfPending()
    {
        if (!_clearPending)
        {
            return;
        }

        _clearPending = false;
        _entries.Clear();
        _notebook.Forget(this);
        _tail.Clear();
        (_used, _cutDisplays) = (0, 0);
    }

    /// <summary>An output that carries a display id, and the cell it belongs to.</summary>
    internal sealed record Shown(CellOutputs Cell, OutputEntry.Bundle Entry);
}
