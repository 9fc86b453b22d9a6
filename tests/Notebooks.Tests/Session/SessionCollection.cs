namespace Notebooks.Tests.Session;

/// <summary>Tests that share the process's console and current directory.</summary>
[CollectionDefinition("session", DisableParallelization = true)]
public sealed class SessionCollection;
