namespace Course.Tests.Support;

/// <summary>
/// Tests whose result depends on torch's own random numbers. They belong to the whole process, so nothing that may draw some runs beside.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RandomNumbersCollection
{
    public const string Name = "torch's random numbers";
}
