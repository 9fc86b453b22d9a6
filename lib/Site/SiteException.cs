namespace Site;

/// <summary>A page cannot be written; the message says which part of which notebook is the reason.</summary>
public sealed class SiteException(string message) : Exception(message);
