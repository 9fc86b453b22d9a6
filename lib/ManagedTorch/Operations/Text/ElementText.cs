using System.Globalization;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>One element as text.</summary>
internal static class ElementText
{
    public static string Of(Tensor element, TextFormat format)
    {
        if (DTypes.IsComplex(element.Type))
            return Complex(element.ToComplexFloat64(), format);
        var value = element.ToScalar();
        return element.Type switch
        {
            ScalarType.Bool => value.AsBool ? "True" : "False",
            // As a float: 0.1 stays 0.1 in a format with more digits than a float has.
            ScalarType.Float32 => ((float)value.AsDouble).ToString(format.FloatFormat, format.Culture),
            _ when DTypes.IsFloating(element.Type) => value.AsDouble.ToString(format.FloatFormat, format.Culture),
            _ => value.AsLong.ToString(CultureInfo.InvariantCulture),
        };
    }

    // A part that is zero is left out, unless both are.
    private static string Complex(System.Numerics.Complex value, TextFormat format)
    {
        var real = value.Real.ToString(format.FloatFormat, format.Culture);
        if (value.Imaginary == 0)
            return real;
        var imaginary = value.Imaginary.ToString(format.FloatFormat, format.Culture) + "i";
        if (value.Real == 0)
            return imaginary;
        return value.Imaginary < 0 ? real + imaginary : real + "+" + imaginary;
    }
}
