namespace Course.Training.Runs;

/// <summary>A run cannot begin or go on. The message says why and what to do.</summary>
public sealed class RunException(string message) : Exception(message);
