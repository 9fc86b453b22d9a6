namespace Notebooks.Packages;

/// <summary>A package that a restore has chosen, itself asked for or needed by another.</summary>
internal sealed record RestoredPackage(string Id, string Version);
