namespace ManagedTorch.Tests;

/// <summary>Tests that seed the default generator: they must not run beside other tests that draw from it.</summary>
[CollectionDefinition("default generator", DisableParallelization = true)]
public sealed class DefaultGeneratorCollection;
