using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Language.Cells;

/// <summary>A call, a creation or an indexing, whole or half-written.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Callee">What is called; null for a creation.</param>
/// <param name="Arguments">The arguments written so far.</param>
internal sealed record CallSite(SyntaxNode Node, ExpressionSyntax? Callee, IReadOnlyList<SyntaxNode> Arguments);
