using System.Text.RegularExpressions;
using ManagedTorch.Tests.Surface;
using Microsoft.CodeAnalysis;

namespace Chapters.Tests.Surface;

/// <summary>
/// The subset rule for what the course uses: every member of the tensor engine that lib/Course or a chapter names is in the list of
/// TorchSharp 0.106's public surface, so the same code compiles with the stacks cpu and cuda.
/// </summary>
public sealed class UsedMembersTests
{
    // A partial method whose body a source generator writes, and none runs here.
    private const string Unwritten = "CS8795";

    private static readonly Lazy<ApiSurface> TorchSharpSurface = new(() => ApiSurface.Parse(
        File.ReadLines(Path.Combine(ChapterRuns.Repository.Root, "tests", "fixtures", "torchsharp-0.106.0.txt"))));

    [Fact]
    public void The_library_names_only_members_of_TorchSharp() => AssertWithin([CourseCode.Library()]);

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public void A_chapter_names_only_members_of_TorchSharp(string name) => AssertWithin(CourseCode.Cells(name));

    [Theory]
    [InlineData("TorchSharp.torch", "no_such_function", false)]
    [InlineData("TorchSharp.torch+nn+NoSuchLayer", null, false)]
    [InlineData("ManagedTorch.Memory", null, false)]
    [InlineData("TorchSharp.torch", "randn", true)]
    [InlineData("TorchSharp.torch+nn+Module`2", "call", true)]
    [InlineData("TorchSharp.torch+Tensor", "this", true)]
    public void A_member_is_looked_up_by_type_and_name(string type, string? member, bool isThere) =>
        Assert.Equal(isThere, Exists(new EngineUse(type, member)));

    private static void AssertWithin(IEnumerable<Compilation> compilations)
    {
        var used = new HashSet<EngineUse>();
        foreach (var compilation in compilations)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != Unwritten));
            used.UnionWith(EngineUse.In(compilation));
        }

        Assert.NotEmpty(used);
        Assert.Empty(used.Where(use => !Exists(use)).Select(use => use.ToString()).Order(StringComparer.Ordinal));
    }

    // Where the engine overrides what TorchSharp leaves to a base class, the name stands at the base class.
    private static bool Exists(EngineUse use) =>
        TorchSharpSurface.Value.Types.TryGetValue(use.Type, out var type)
        && (use.Member is null || type.Members.Any(member => Declares(member, use.Member))
            || type.Members.Any(member => member.StartsWith(": ", StringComparison.Ordinal) && IsInherited(member[2..], use.Member)));

    private static bool IsInherited(string baseType, string member) => TorchSharpSurface.Value.Types
        .Where(type => type.Value.Header.Contains(baseType.Split('<')[0], StringComparison.Ordinal))
        .Any(type => type.Value.Members.Any(declared => Declares(declared, member)));

    // "long numel();", "static Tensor cat<T>(...);", "Tensor T { get; }", "const int Size = 1;", "Mean = 1,", "Tensor this[long i] { get; }".
    private static bool Declares(string line, string member) => member == "this"
        ? line.Contains(" this[", StringComparison.Ordinal)
        : Regex.IsMatch(line, $@"(?:^|[\s.]){Regex.Escape(member)}(?:(?:<[\w, ]+>)?\(| \{{|;$| = [^,()]*[;,]$)");
}
