namespace Notebooks.Running.Exercises;

/// <summary>What a headless run does with exercise cells.</summary>
public enum ExerciseMode
{
    /// <summary>Runs the notebook's solution in place of the stub.</summary>
    Solutions,

    /// <summary>Runs the cell as it is written: the reader's own work.</summary>
    AsWritten,

    /// <summary>Runs stub and check, which must fail, and then solution and check, which must pass.</summary>
    Prove,
}
