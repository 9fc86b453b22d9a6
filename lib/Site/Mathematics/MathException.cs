namespace Site.Mathematics;

/// <summary>A formula uses LaTeX that the converter does not know.</summary>
internal sealed class MathException(string message) : Exception(message);
