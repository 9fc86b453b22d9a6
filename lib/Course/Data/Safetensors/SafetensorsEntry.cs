namespace Course.Data;

/// <summary>
/// What a safetensors file says of one tensor: its name, element type as the format spells it, shape, and the place of its bytes.
/// </summary>
/// <param name="Name">For example "encoder.layers.0.weight".</param>
/// <param name="Type">For example "F32" or "BF16".</param>
/// <param name="Shape">The length of each dimension.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last one.</param>
public sealed record SafetensorsEntry(string Name, string Type, IReadOnlyList<long> Shape, long Begin, long End);
