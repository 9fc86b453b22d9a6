using Clients.Tests.Support;

namespace Chapters.Tests;

/// <summary>Tests that share one run of each chapter and one installation of the kernel.</summary>
[CollectionDefinition(Name)]
public sealed class ChapterCollection : ICollectionFixture<ChapterRuns>, ICollectionFixture<InstalledKernel>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "chapters";
}
