namespace Course.Published;

/// <summary>Where a module's tensor comes from.</summary>
/// <param name="Names">Names in the file; several are joined along the first dimension.</param>
/// <param name="Transposed">The file has rows and columns exchanged.</param>
internal sealed record WeightSource(string[] Names, bool Transposed = false);
