namespace TorchSharp.Modules;

/// <summary>The sizes and options of a recurrent network.</summary>
internal sealed record RecurrentShape(
    long Inputs, long Hidden, long Layers, bool HasBias, bool BatchFirst, double Dropout, long Directions);
