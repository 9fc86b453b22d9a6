namespace ManagedTorch.Tests.Kernels;

/// <summary>Tests that change the instruction set or the thread count run alone, for both are settings of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KernelCollection
{
    public const string Name = "Kernel settings";
}
