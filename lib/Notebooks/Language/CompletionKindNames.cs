using System.Text.Json;

namespace Notebooks.Language;

/// <summary>How completion kinds are spelled on the wire.</summary>
public static class CompletionKindNames
{
    /// <summary>The kind as the <c>type</c> of <c>_jupyter_types_experimental</c>, spelled as front ends know it: "enumMember".</summary>
    public static string ToJupyterType(this CompletionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
