using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Notebooks.Compilation;

/// <summary>How cells compile: the usings of .NET Interactive's C# kernel, the newest language, optimised code with line numbers.</summary>
internal static class SubmissionOptions
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    internal static ScriptOptions Create(string workingDirectory, IReadOnlySet<string> cells) => ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(System.Text.Encoding.UTF8)
        .WithImports(Usings)
        .WithReferences(FrameworkReferences.All)
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(workingDirectory))
        .WithSourceResolver(new CellSourceResolver(workingDirectory, cells));
}
