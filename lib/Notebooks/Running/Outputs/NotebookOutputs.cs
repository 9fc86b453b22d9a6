using System.Text.Json.Nodes;
using Notebooks.Session;

namespace Notebooks.Running.Outputs;

/// <summary>
/// The outputs of all cells of one run. Displays are known by their id across cells, since a later cell may update what an
/// earlier one shows.
/// </summary>
internal sealed class NotebookOutputs(int cellLimitBytes)
{
    private readonly Dictionary<string, List<CellOutputs.Shown>> _displays = [];

    /// <summary>Bytes of output that one cell may keep.</summary>
    public int CellLimitBytes => cellLimitBytes;

    /// <summary>Guards every change: a cell's threads may write while the run reads.</summary>
    public Lock Gate { get; } = new();

    /// <summary>A sink for the next cell.</summary>
    public CellOutputs BeginCell(int executionCount) => new(this, executionCount);

    public void Register(string id, CellOutputs.Shown display)
    {
        if (!_displays.TryGetValue(id, out var known))
        {
            _displays[id] = known = [];
        }

        known.Add(display);
    }

    public void Forget(CellOutputs cell)
    {
        foreach (var known in _displays.Values)
        {
            known.RemoveAll(display => display.Cell == cell);
        }
    }

    public void Update(MimeBundle bundle)
    {
        if (bundle.DisplayId is null || !_displays.TryGetValue(bundle.DisplayId, out var known))
        {
            return;
        }

        foreach (var display in known)
        {
            display.Cell.Replace(display.Entry, bundle);
        }
    }
}
