namespace Notebooks.Running;

/// <summary>Why a notebook stopped.</summary>
/// <param name="Number">The code cell's number, from 1.</param>
/// <param name="FirstLine">The cell's first line.</param>
/// <param name="ErrorName">Type of the exception.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Line">Line in the cell, from 1, where known.</param>
/// <param name="LineText">That line of the code.</param>
/// <param name="Traceback">The exception's trace as the session gave it.</param>
public sealed record RunFailure(
    int Number, string FirstLine, string ErrorName, string Message, int? Line, string? LineText, IReadOnlyList<string> Traceback);
