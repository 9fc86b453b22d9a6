using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Inspecting;

/// <summary>What the cursor is at.</summary>
/// <param name="Symbol">The declaration in use.</param>
/// <param name="Overloads">All that the name could mean there, the one in use among them.</param>
internal sealed record InspectionTarget(ISymbol Symbol, IReadOnlyList<ISymbol> Overloads);
