using Cli.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Chapters.Tests.Surface;

/// <summary>lib/Course and the cells of the chapters as the compiler sees them.</summary>
internal static class CourseCode
{
    // As the session compiles cells.
    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The library from its sources.</summary>
    public static Compilation Library()
    {
        string[] folders =
            ["lib/Course", Stacks.Of(AppContext.BaseDirectory) == Stacks.Embedded ? "lib/Packages/Embedded" : "lib/Packages/NuGet"];
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ChapterRuns.Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        const string Implicit = """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """;
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        return CSharpCompilation.Create(
            "Course.Again",
            [CSharpSyntaxTree.ParseText(Implicit, parse), .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file))],
            References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != "Course"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A file of code.</summary>
    public static Compilation Of(string code) => CSharpCompilation.Create(
        "Sample", [CSharpSyntaxTree.ParseText(code)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The code cells of a chapter, exercises solved, those meant to fail left out, each with what the cells before it define.</summary>
    public static IEnumerable<Compilation> Cells(string chapter)
    {
        var document = ChapterRuns.Load(chapter);
        var exercises = ExerciseFinder.Find(document);
        var options = ScriptOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithImports(Usings).WithReferences(References);
        Script<object>? script = null;
        foreach (var cell in document.CodeCells.Where(cell => exercises.Any(exercise => exercise.Check == cell) || !IsMeantToFail(cell)))
        {
            var code = WithoutReferences(exercises.FirstOrDefault(exercise => exercise.Stub == cell)?.Solution ?? cell.Source);
            script = script is null ? CSharpScript.Create(code, options) : script.ContinueWith(code);
            yield return script.GetCompilation();
        }
    }

    // It may not even be C#, and defines nothing.
    private static bool IsMeantToFail(NotebookCell cell) => cell.Tags.Contains(NotebookRunner.ExpectedFailureTag);

    // The references are those of the tests.
    private static string WithoutReferences(string code) =>
        string.Join('\n', code.Split('\n').Where(line => !line.StartsWith("#r ", StringComparison.Ordinal)));
}
