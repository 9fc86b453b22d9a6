using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Language.Inspecting;

/// <summary>
/// A variable's present value in a few words. Only values whose reading runs no code of the reader's are shown:
/// numbers, text, the counts of the base library's collections, the shapes of tensors.
/// </summary>
internal static class ValuePreview
{
    private const int LongestText = 80;
    private const string TensorType = "TorchSharp.torch+Tensor";

    /// <summary>The value in words, or null when it cannot be shown safely.</summary>
    internal static string? Of(object? value) => value switch
    {
        null => "null",
        string text => Literal(text),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool flag => flag ? "true" : "false",
        Enum name => name.ToString(),
        IFormattable number when number.GetType().Assembly == typeof(object).Assembly && number.GetType().IsValueType =>
            number.ToString(null, CultureInfo.InvariantCulture),
        Array array => $"{array.GetType().GetElementType()!.Name}[{string.Join(", ", Lengths(array))}]",
        ICollection list when IsOfFramework(list) => $"Count = {list.Count.ToString(CultureInfo.InvariantCulture)}",
        _ => Tensor(value),
    };

    private static IEnumerable<string> Lengths(Array array) => Enumerable.Range(0, array.Rank)
        .Select(dimension => array.GetLength(dimension).ToString(CultureInfo.InvariantCulture));

    private static string Literal(string text)
    {
        if (text.Length <= LongestText)
        {
            return SymbolDisplay.FormatLiteral(text, quote: true);
        }

        int end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        string length = text.Length.ToString(CultureInfo.InvariantCulture);
        return $"{SymbolDisplay.FormatLiteral(text[..end], quote: true)}... ({length} characters)";
    }

    private static bool IsOfFramework(object value) =>
        Path.GetDirectoryName(value.GetType().Assembly.Location) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    // The engine may be ManagedTorch or TorchSharp, loaded for the notebook alone: known here by name only.
    private static string? Tensor(object value)
    {
        var type = value.GetType();
        if (type.FullName != TensorType || type.Assembly.GetName().Name is not ("ManagedTorch" or "TorchSharp"))
        {
            return null;
        }

        object? Property(string name) => type.GetProperty(name)!.GetValue(value);
        try
        {
            string shape = string.Join(", ", (long[])Property("shape")!);
            return $"Tensor ({shape}), {Property("dtype")}, {Property("device")}";
        }
        catch (System.Reflection.TargetInvocationException)
        {
            return "Tensor, disposed";
        }
    }
}
