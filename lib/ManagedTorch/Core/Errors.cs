namespace ManagedTorch.Core;

/// <summary>Exceptions that name the operation and the shapes.</summary>
internal static class Errors
{
    public static ArgumentException Shapes(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, string reason) =>
        new($"{operation}: shapes {Layout.Text(a)} and {Layout.Text(b)} do not fit: {reason}.");

    /// <summary>Checks that what an operation reads together has one element type; null counts as absent.</summary>
    public static void RequireType(string operation, TorchSharp.torch.Tensor first, params ReadOnlySpan<TorchSharp.torch.Tensor?> others)
    {
        foreach (var other in others)
            if (other is not null && other.Type != first.Type)
                throw new InvalidOperationException($"{operation}: the element types {first.Type} and {other.Type} differ; convert one of them.");
    }

    public static ArgumentException Shape(string operation, ReadOnlySpan<long> a, string reason) =>
        new($"{operation}: shape {Layout.Text(a)} does not fit: {reason}.");
}
