namespace ManagedTorch.Tests.Operations;

/// <summary>Tests of text: one of them changes how all tensors are written.</summary>
[CollectionDefinition(nameof(PrintOptionsCollection), DisableParallelization = true)]
public sealed class PrintOptionsCollection;
