namespace ManagedTorch.Core;

/// <summary>Exceptions that name the operation and the shapes.</summary>
internal static class Errors
{
    public static ArgumentException Shapes(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, string reason) =>
        new($"{operation}: shapes {Layout.Text(a)} and {Layout.Text(b)} do not fit: {reason}.");

    public static ArgumentException Shape(string operation, ReadOnlySpan<long> a, string reason) =>
        new($"{operation}: shape {Layout.Text(a)} does not fit: {reason}.");
}
