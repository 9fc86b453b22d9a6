using Clients.Tests.Support;

// Clients measure and wait: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Clients.Tests;

/// <summary>One installation of the kernel for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class KernelCollection : ICollectionFixture<InstalledKernel>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "kernel";
}
