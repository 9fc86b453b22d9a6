using static TorchSharp.torch;

namespace Course.Data;

/// <summary>The element types of the format: how they are spelled, how wide they are, and which of them tensors here have.</summary>
internal static class SafetensorsTypes
{
    /// <summary>
    /// In the order in which the reference implementation writes tensors, widest first, so that each lies at a multiple of its size.
    /// </summary>
    private static readonly (string Name, int Bits, ScalarType? Type)[] All =
    [
        ("U64", 64, null), ("I64", 64, ScalarType.Int64), ("F64", 64, ScalarType.Float64), ("C64", 64, ScalarType.ComplexFloat32),
        ("F32", 32, ScalarType.Float32), ("U32", 32, null), ("I32", 32, ScalarType.Int32),
        ("BF16", 16, ScalarType.BFloat16), ("F16", 16, ScalarType.Float16), ("U16", 16, null), ("I16", 16, ScalarType.Int16),
        ("F8_E8M0", 8, null), ("F8_E4M3", 8, null), ("F8_E5M2", 8, null),
        ("I8", 8, ScalarType.Int8), ("U8", 8, ScalarType.Byte), ("BOOL", 8, ScalarType.Bool),
    ];

    /// <summary>The width of an element in bits, or null for a name that the format does not have.</summary>
    public static int? Bits(string name) => All.Where(type => type.Name == name).Select(type => (int?)type.Bits).FirstOrDefault();

    /// <summary>The element type of tensors here, or null where there is none.</summary>
    public static ScalarType? Type(string name) => All.Where(type => type.Name == name).Select(type => type.Type).FirstOrDefault();

    /// <summary>The format's name of an element type, or null where it has none.</summary>
    public static string? Name(ScalarType type) => All.Where(known => known.Type == type).Select(known => known.Name).FirstOrDefault();

    /// <summary>The place of a type in the order of writing.</summary>
    public static int Order(string name) => Array.FindIndex(All, type => type.Name == name);
}
