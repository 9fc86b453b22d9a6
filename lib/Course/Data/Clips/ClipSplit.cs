namespace Course.Data;

/// <summary>The clips of a data set in three parts, by their index, ascending. No clip is in two parts.</summary>
/// <param name="Train">What a model learns from.</param>
/// <param name="Validation">What settings are chosen on.</param>
/// <param name="Test">What the result is measured on, once.</param>
public sealed record ClipSplit(IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test)
{
    /// <summary>"1200 clips to train, 160 to validate, 240 to test".</summary>
    public override string ToString() => $"{Train.Count} clips to train, {Validation.Count} to validate, {Test.Count} to test";
}
