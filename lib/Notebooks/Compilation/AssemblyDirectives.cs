using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Notebooks.Errors;

namespace Notebooks.Compilation;

/// <summary>The <c>#r</c> and <c>#i</c> lines of C# code, taken out before the compiler sees it.</summary>
internal sealed partial class AssemblyDirectives(string workingDirectory)
{
    private readonly Dictionary<string, MetadataReference> references = new(StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<MetadataReference> References => references.Values;

    /// <summary>
    /// Applies the directives and returns the code with their lines blank, so that line numbers stay.
    /// <paramref name="note"/> receives remarks for the reader.
    /// </summary>
    /// <exception cref="CellFailure">A directive cannot be followed.</exception>
    internal string Apply(string code, Action<string> note)
    {
        if (!code.Contains('#'))
        {
            return code;
        }

        string[] lines = code.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            if (Directive().Match(lines[index]) is not { Success: true } match || CellText.IsInsideToken(code, lines, index))
            {
                continue;
            }

            string argument = match.Groups["argument"].Value;
            if (match.Groups["kind"].Value == "i")
            {
                note($"#i \"{argument}\" is ignored: packages are not restored here.\n");
            }
            else
            {
                Reference(argument, index + 1);
            }

            lines[index] = "";
        }

        return string.Join('\n', lines);
    }

    private void Reference(string argument, int line)
    {
        if (argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            throw new CellFailure(
                "NotSupported",
                $"#r \"{argument}\": NuGet packages cannot be restored from a cell yet. "
                + "Reference a built assembly: #r \"path/to/Name.dll\".",
                line);
        }

        string path = Path.GetFullPath(Path.Combine(workingDirectory, argument));
        if (!File.Exists(path))
        {
            throw MissingFile(argument, path, line);
        }

        try
        {
            foreach (string file in ReferenceClosure.Of(path))
            {
                LibraryLoadContext.Instance.Add(file);
                references[Path.GetFileNameWithoutExtension(file)] = MetadataReference.CreateFromFile(file);
            }
        }
        catch (BadImageFormatException)
        {
            throw new CellFailure("ReferenceError", $"{path} is not a .NET assembly.", line);
        }
        catch (CellFailure failure)
        {
            throw new CellFailure(failure.Name, failure.Message, line);
        }
    }

    private static CellFailure MissingFile(string argument, string path, int line)
    {
        // A library's output folder is <project>/bin, by this repository's layout.
        string? bin = Path.GetDirectoryName(argument.Replace('\\', '/'))?.Replace('\\', '/');
        string project = bin is not null && bin.EndsWith("/bin", StringComparison.Ordinal) ? bin[..^4].TrimStart('.', '/') : "";
        string remedy = project.Length > 0
            ? $" Build it first with: dotnet build {project}"
            : " Check the path; it starts from the notebook's folder.";
        return new CellFailure("FileNotFound", $"#r \"{argument}\": no file at {path}.{remedy}", line);
    }

    [GeneratedRegex("""^\s*#(?<kind>[ri])\s+"(?<argument>[^"]*)"\s*(//.*)?$""")]
    private static partial Regex Directive();
}
