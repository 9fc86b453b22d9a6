using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Notebooks.Errors;
using Notebooks.Packages;

namespace Notebooks.Compilation;

/// <summary>The <c>#r</c> and <c>#i</c> lines of C# code, taken out before the compiler sees it.</summary>
internal sealed partial class AssemblyDirectives(string workingDirectory, RestoreCache restoreCache)
{
    private readonly Dictionary<string, MetadataReference> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly SessionPackages packages = new(workingDirectory, new PackageRestore(restoreCache));

    internal IEnumerable<MetadataReference> References => references.Values;

    /// <summary>Applies the directives and returns the code with their lines blank, so that line numbers stay.</summary>
    /// <param name="code">C# code.</param>
    /// <param name="status">Receives what is being waited for, each time in place of what came before.</param>
    /// <param name="cancel">Stops a restore of packages.</param>
    /// <exception cref="CellFailure">A directive cannot be followed.</exception>
    internal string Apply(string code, Action<string> status, CancellationToken cancel)
    {
        if (!code.Contains('#'))
        {
            return code;
        }

        string[] lines = code.Split('\n');
        var requests = new List<(PackageRequest Package, int Line)>();
        for (int index = 0; index < lines.Length; index++)
        {
            if (Directive().Match(lines[index]) is not { Success: true } match || CellText.IsInsideToken(code, lines, index))
            {
                continue;
            }

            string argument = match.Groups["argument"].Value;
            if (match.Groups["kind"].Value == "i")
            {
                AddSource(argument, index + 1);
            }
            else if (argument.TrimStart().StartsWith(PackageRequest.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                requests.Add((Request(argument, index + 1), index + 1));
            }
            else
            {
                Reference(argument, index + 1);
            }

            lines[index] = "";
        }

        // One restore for all of a cell's packages.
        if (requests.Count > 0)
        {
            Restore(requests, status, cancel);
        }

        return string.Join('\n', lines);
    }

    private void AddSource(string argument, int line)
    {
        string source = argument.Trim();
        source = source.StartsWith(PackageRequest.Prefix, StringComparison.OrdinalIgnoreCase) ? source[PackageRequest.Prefix.Length..].Trim() : source;
        if (source.Length == 0)
        {
            throw new CellFailure("ReferenceError", $"#i \"{argument}\": write #i \"nuget: ADDRESS\" with a feed's address or a folder.", line);
        }

        packages.AddSource(source);
    }

    private PackageRequest Request(string argument, int line)
    {
        var request = PackageRequest.Parse(argument)
            ?? throw new CellFailure("ReferenceError", $"#r \"{argument}\": write #r \"nuget: Id, Version\" or #r \"nuget: Id\".", line);
        return packages.Conflict(request) is { } conflict ? throw new CellFailure("ReferenceError", $"#r \"{argument}\": {conflict}", line) : request;
    }

    private void Restore(IReadOnlyList<(PackageRequest Package, int Line)> requests, Action<string> status, CancellationToken cancel)
    {
        int line = requests[0].Line;
        try
        {
            var restored = packages.Add([.. requests.Select(request => request.Package)], status, cancel);
            foreach (string file in restored.RuntimeFiles.Where(IsOurs))
            {
                LibraryLoadContext.Instance.Add(file);
            }

            foreach (string file in restored.NativeFiles)
            {
                LibraryLoadContext.Instance.AddNative(file);
            }

            foreach (string file in restored.CompileFiles.Where(IsOurs))
            {
                references[Path.GetFileNameWithoutExtension(file)] = MetadataReference.CreateFromFile(file);
            }
        }
        catch (RestoreException e)
        {
            var culprit = requests.FirstOrDefault(request => e.Message.Contains(request.Package.Id, StringComparison.OrdinalIgnoreCase));
            throw new CellFailure("PackageError", e.Message, culprit.Package is null ? line : culprit.Line);
        }
        catch (CellFailure failure)
        {
            throw new CellFailure(failure.Name, failure.Message, line);
        }
    }

    private static bool IsOurs(string file) => !FrameworkReferences.IsShared(Path.GetFileNameWithoutExtension(file));

    private void Reference(string argument, int line)
    {
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
