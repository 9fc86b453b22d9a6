using Notebooks.Compilation;
using Notebooks.Output;

namespace Notebooks.Magics;

/// <summary>What a session lets magics do.</summary>
internal interface IMagicHost
{
    SessionOutput Output { get; }

    /// <summary>The folder that relative paths start from.</summary>
    string WorkingDirectory { get; }

    /// <summary>Texts kept by <c>#!value</c>.</summary>
    IDictionary<string, string> StoredValues { get; }

    /// <summary>The C# variables of the cells so far.</summary>
    IReadOnlyList<SessionVariable> Variables();

    /// <summary>Runs cell code, magics included, at once. <paramref name="label"/> names it in tracebacks.</summary>
    void RunCode(string code, string label);

    /// <summary>Does something when the cell has run to its end.</summary>
    void AfterCell(Action action);
}
