using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Chapters.Tests.Surface;

/// <summary>
/// Tensors that a method makes in host memory although it was given tensors that may lie on a GPU: masks, positions, targets. On the CPU
/// nobody notices; on a GPU the method fails, or copies in every step.
/// </summary>
internal static class HostTensors
{
    /// <summary>The places, as "File.cs(12): arange(n)".</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="isLookedAt">Which files.</param>
    public static IEnumerable<string> In(Compilation compilation, Func<string, bool> isLookedAt)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => isLookedAt(tree.FilePath)))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (model.GetOperation(call) is IInvocationOperation made && MakesHostTensor(made) && !IsMoved(call) && IsGivenTensors(call, model))
                {
                    var line = tree.GetLineSpan(call.Span).StartLinePosition.Line + 1;
                    yield return $"{Path.GetFileName(tree.FilePath)}({line}): {call}";
                }
            }
        }
    }

    private static bool MakesHostTensor(IInvocationOperation made) =>
        made.TargetMethod.ContainingType.ToDisplayString() == "TorchSharp.torch"
        && made.Arguments.Any(argument => argument is { Parameter.Name: "device", ArgumentKind: ArgumentKind.DefaultValue });

    // randn(3).to(device), or cat(new[] { zeros(2), ones(2) }).to(device).
    private static bool IsMoved(InvocationExpressionSyntax call) => call.Ancestors()
        .TakeWhile(node => node is not StatementSyntax)
        .Any(node => node is MemberAccessExpressionSyntax { Name.Identifier.Text: "to" });

    // A method without tensors among its arguments makes data, which its caller moves.
    private static bool IsGivenTensors(SyntaxNode call, SemanticModel model)
    {
        var method = call.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);
        return method is not null and not ConstructorDeclarationSyntax
            && model.GetDeclaredSymbol(method) is IMethodSymbol symbol
            && symbol.Parameters.Any(parameter => parameter.Type.ToDisplayString().TrimEnd('?') == "TorchSharp.torch.Tensor");
    }
}
