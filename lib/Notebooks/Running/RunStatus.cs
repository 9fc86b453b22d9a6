namespace Notebooks.Running;

/// <summary>How a cell or a notebook ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran as it should.</summary>
    Passed,

    /// <summary>A cell threw, did not compile, or did not fail although it is tagged to.</summary>
    Failed,

    /// <summary>A cell or the notebook took longer than allowed.</summary>
    TimedOut,

    /// <summary>The user stopped the run.</summary>
    Cancelled,
}
