using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Notebooks.Errors;

/// <summary>Code that does not compile.</summary>
internal sealed class CompilationFailure(IReadOnlyList<Diagnostic> errors) : Exception(Describe(errors))
{
    internal IReadOnlyList<Diagnostic> Errors { get; } = errors;

    /// <exception cref="CompilationFailure">One of the diagnostics is an error.</exception>
    internal static void ThrowIfAny(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] errors =
        [
            .. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
        if (errors.Length > 0)
        {
            throw new CompilationFailure(errors);
        }
    }

    /// <summary>As the compiler prints it, without the file: <c>(3,14): error CS0103: The name ...</c></summary>
    internal static string Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan().StartLinePosition;
        return $"({place.Line + 1},{place.Character + 1}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static string Describe(IReadOnlyList<Diagnostic> errors) => string.Join('\n', errors.Select(Describe));
}
