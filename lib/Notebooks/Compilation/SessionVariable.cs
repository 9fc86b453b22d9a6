namespace Notebooks.Compilation;

/// <summary>A variable that cells can use.</summary>
internal sealed record SessionVariable(string Name, Type Type, object? Value);
