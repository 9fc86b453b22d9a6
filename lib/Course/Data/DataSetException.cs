namespace Course.Data;

/// <summary>A data set is missing or is not what its checksums say. The message says which file and what to do.</summary>
public sealed class DataSetException(string message) : Exception(message);
