namespace Notebooks.Packages;

/// <summary>Packages that cannot be had; the message is NuGet's own.</summary>
internal sealed class RestoreException(string message) : Exception(message);
