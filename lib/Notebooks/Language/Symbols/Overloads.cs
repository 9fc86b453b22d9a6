using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;

namespace Notebooks.Language.Symbols;

/// <summary>What a call could mean.</summary>
internal static class Overloads
{
    /// <summary>The methods, constructors or indexers that the call has to choose from.</summary>
    internal static IReadOnlyList<ISymbol> Of(CallSite call, SemanticModel model)
    {
        IReadOnlyList<ISymbol> found = call.Callee is { } callee ? model.GetMemberGroup(callee) : ConstructorsOf(call, model);
        return found.Count > 0 ? found : model.GetSymbolInfo(call.Node).CandidateSymbols;
    }

    /// <summary>While a call is being written none of its overloads fits: the shortest that takes the arguments so far does.</summary>
    internal static ISymbol? Best(IReadOnlyList<ISymbol> overloads, CallSite? call, SemanticModel model)
    {
        var byLength = overloads.OrderBy(Length).ToArray();
        return byLength.FirstOrDefault(candidate => Takes(Parameters(candidate), call, model))
            ?? byLength.FirstOrDefault(candidate => Parameters(candidate).Count >= (call?.Arguments.Count ?? 0))
            ?? byLength.FirstOrDefault();
    }

    /// <summary>How many arguments there can be; one that takes any number counts as longer than all others.</summary>
    internal static int Length(ISymbol symbol) =>
        Parameters(symbol) is [.., { IsParams: true }] ? int.MaxValue : Parameters(symbol).Count;

    internal static IReadOnlyList<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameter that the argument at an index is for, or null when there is none.</summary>
    internal static IParameterSymbol? ParameterAt(
        IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<SyntaxNode> arguments, int index) =>
        index < arguments.Count && arguments[index] is ArgumentSyntax { NameColon.Name.Identifier.Text: var name }
            ? parameters.FirstOrDefault(parameter => parameter.Name == name)
            : index < parameters.Count ? parameters[index]
            : parameters is [.., { IsParams: true } rest] ? rest
            : null;

    private static IReadOnlyList<ISymbol> ConstructorsOf(CallSite call, SemanticModel model) => call.Node is ExpressionSyntax
        && model.GetTypeInfo(call.Node).Type is INamedTypeSymbol type
            ? [.. type.InstanceConstructors.Where(constructor => model.IsAccessible(call.Node.SpanStart, constructor))]
            : [];

    private static bool Takes(IReadOnlyList<IParameterSymbol> parameters, CallSite? call, SemanticModel model)
    {
        for (int index = 0; index < (call?.Arguments.Count ?? 0); index++)
        {
            if (ParameterAt(parameters, call!.Arguments, index) is not { } parameter)
            {
                return false;
            }

            bool written = call.Arguments[index].Span.Length > 0;
            if (written && call.Arguments[index] is ArgumentSyntax { Expression: var value }
                && !model.ClassifyConversion(value, ElementTypeOfParams(parameter)).IsImplicit
                && !model.ClassifyConversion(value, parameter.Type).IsImplicit)
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol ElementTypeOfParams(IParameterSymbol parameter) =>
        parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter.Type;
}
