using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Display functions in the form that takes the context.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value in the given mime types, or in those its type prefers.</summary>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes) =>
        value.Display(mimeTypes);

    /// <summary>Shows a text that is already written in <paramref name="mimeType"/>.</summary>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
        value.DisplayAs(mimeType);
}
