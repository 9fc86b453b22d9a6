using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Language.Cells;
using Notebooks.Language.Documentation;
using Notebooks.Language.Symbols;
using Notebooks.Magics;
using Notebooks.Session;

namespace Notebooks.Language.Inspecting;

/// <summary>Says what is known about the name or the call at a place of a cell.</summary>
internal sealed class Inspector(CSharpSession session, CellBinder binder, DocumentationFinder documentation, MagicRegistry magics)
{
    private const int MostOverloadsInTooltip = 8;

    internal Inspection? Inspect(string code, int cursor, bool everything, CancellationToken cancel)
    {
        var layout = new CellLayout(code, magics);
        var region = layout.At(cursor);
        return region.Kind switch
        {
            CellRegionKind.Code => InspectCode(binder.Bind(layout, cursor, cancel), everything),
            CellRegionKind.MagicLine => InspectMagic(code[region.Start..region.End]),
            _ => null,
        };
    }

    private Inspection? InspectMagic(string line)
    {
        if (magics.Find(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0]) is not { } magic)
        {
            return null;
        }

        var writer = new InspectionWriter();
        writer.Code(magic.Name);
        writer.Words(magic.Summary);
        return writer.ToInspection();
    }

    private Inspection? InspectCode(CellCode code, bool everything)
    {
        if (TargetFinder.Find(code) is not { } target)
        {
            return null;
        }

        var writer = new InspectionWriter();
        writer.Code(Signatures(target, everything));
        var variableType = VariableType(target.Symbol);
        if (variableType is not null && Value(target.Symbol, variableType) is { } value)
        {
            writer.Words($"Value: {value}");
        }

        WriteComment(writer, target.Symbol, code.Compilation, everything);
        if (variableType is not null)
        {
            writer.Text(documentation.Find(variableType, code.Compilation)?.Summary);
        }

        return writer.ToInspection();
    }

    // The one in use comes first, and is marked when there are others.
    private static string Signatures(InspectionTarget target, bool everything)
    {
        string used = SymbolText.Full(target.Symbol);
        string[] others =
        [
            .. target.Overloads.Where(overload => !IsSame(overload, target.Symbol) && IsExtension(overload) == IsExtension(target.Symbol))
                .OrderBy(Overloads.Length)
                .Select(SymbolText.Full)
                .Distinct()
                .Where(text => text != used),
        ];
        if (others.Length == 0)
        {
            return used;
        }

        int shown = everything ? others.Length : Math.Min(others.Length, MostOverloadsInTooltip);
        string rest = shown < others.Length ? $"\n  // and {others.Length - shown} more" : "";
        return $"> {used}\n{string.Join('\n', others.Take(shown).Select(other => "  " + other))}{rest}";
    }

    private static bool IsSame(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);

    private static bool IsExtension(ISymbol symbol) => symbol is IMethodSymbol { IsExtensionMethod: true };

    private void WriteComment(InspectionWriter writer, ISymbol symbol, CSharpCompilation compilation, bool everything)
    {
        if (symbol is IParameterSymbol parameter)
        {
            writer.Text(documentation.Find(parameter.ContainingSymbol, compilation)?.Parameters
                .FirstOrDefault(entry => (string?)entry.Attribute("name") == parameter.Name));
            return;
        }

        if (documentation.Find(symbol, compilation) is not { } comment)
        {
            return;
        }

        writer.Text(comment.Summary);
        writer.Section("Type parameters", comment.TypeParameters.Select(entry => (Attribute(entry, "name"), entry)));
        writer.Section("Parameters", comment.Parameters.Select(entry => (Attribute(entry, "name"), entry)));
        writer.Section("Returns", comment.Returns);
        writer.Section("Value", comment.Value);
        writer.Section("Exceptions", comment.Exceptions.Select(entry => (DocumentationText.NameOf(Attribute(entry, "cref")), entry)));
        if (everything)
        {
            writer.Section("Remarks", comment.Remarks);
        }
    }

    private static string Attribute(XElement element, string name) => (string?)element.Attribute(name) ?? "";

    private static ITypeSymbol? VariableType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => variable.Type,
        _ => null,
    };

    // A cell that was run and is looked at again declares its variables a second time; the name and type tell them.
    private string? Value(ISymbol symbol, ITypeSymbol type)
    {
        if (symbol is not IFieldSymbol)
        {
            return null;
        }

        var variable = session.Chain.Variables().FirstOrDefault(variable => variable.Name == symbol.Name);
        bool isSame = type is IArrayTypeSymbol ? variable?.Type.IsArray == true : variable?.Type.Name == type.MetadataName;
        return isSame ? ValuePreview.Of(variable!.Value) : null;
    }
}
