namespace ManagedTorch.Tests;

/// <summary>Tests that count the engine's buffers: nothing may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "memory in use";
}
