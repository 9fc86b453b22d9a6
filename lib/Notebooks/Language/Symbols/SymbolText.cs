using Microsoft.CodeAnalysis;

namespace Notebooks.Language.Symbols;

/// <summary>Declarations as text.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat ShortFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat FullFormat = ShortFormat
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef)
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance)
        .AddLocalOptions(SymbolDisplayLocalOptions.IncludeRef);

    private const int MostBases = 4;

    /// <summary>A declaration with what it belongs to, its accessors and constraints; types by their short names.</summary>
    internal static string Full(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => $"namespace {symbol.ToDisplayString()}",
        // Submission classes are the compiler's: variables and functions of cells belong to nothing a reader knows.
        { ContainingType.IsScriptClass: true } and not ITypeSymbol => Short(symbol),
        INamedTypeSymbol type => Type(type),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Creation(constructor),
        IPropertySymbol property => $"{property.ToDisplayString(FullFormat)} {{ {Accessors(property)} }}",
        IAliasSymbol => $"using {Short(symbol)}",
        _ => symbol.ToDisplayString(FullFormat),
    };

    private static string Creation(IMethodSymbol constructor) =>
        $"new {Short(constructor.ContainingType)}({string.Join(", ", constructor.Parameters.Select(Short))})";

    private static string Accessors(IPropertySymbol property) => (property.GetMethod, property.SetMethod) switch
    {
        (null, _) => "set;",
        (_, null) => "get;",
        (_, { IsInitOnly: true }) => "get; init;",
        (_, { DeclaredAccessibility: Accessibility.Public }) => "get; set;",
        _ => "get;",
    };

    private static string Type(INamedTypeSymbol type)
    {
        string space = type.ContainingNamespace is { IsGlobalNamespace: false } found ? $"  // in {found.ToDisplayString()}" : "";
        string keyword = type.SpecialType == SpecialType.None ? "" : $"{type.TypeKind.ToString().ToLowerInvariant()} ";
        string list = string.Join(", ", Bases(type).Take(MostBases).Select(Short)) + (Bases(type).Count() > MostBases ? ", ..." : "");
        return $"{keyword}{type.ToDisplayString(FullFormat)}{(list.Length > 0 ? " : " + list : "")}{space}";
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => [],
        { SpecialType: not SpecialType.None } => [],
        { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } parent } => [parent, .. type.Interfaces],
        _ => type.Interfaces,
    };

    /// <summary>A declaration in one line, types by their short names.</summary>
    internal static string Short(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => symbol.ToDisplayString(),
        IAliasSymbol alias => $"{alias.Name} = {alias.Target.ToDisplayString()}",
        _ => symbol.ToDisplayString(ShortFormat),
    };
}
