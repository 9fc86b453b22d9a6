using TorchSharp;
using Xunit.Abstractions;

namespace ManagedTorch.Tests.Surface;

/// <summary>
/// The subset rule: whatever the engine shows in namespace TorchSharp exists in TorchSharp 0.106 with the same signature, so what
/// compiles against the engine compiles against TorchSharp. Types in namespace ManagedTorch are the engine's own.
/// </summary>
public sealed class SubsetRuleTests(ITestOutputHelper output)
{
    private static readonly Lazy<ApiSurface> TorchSharpSurface = new(() =>
        ApiSurface.Parse(File.ReadLines(Fixture.PathOf("torchsharp-0.106.0.txt"))));

    [Fact]
    public void The_engine_shows_nothing_that_TorchSharp_does_not_have()
    {
        ApiSurface engine = ApiSurface.Of(typeof(torch).Assembly, "TorchSharp");
        Assert.NotEmpty(engine.Types);
        string[] violations = engine.ViolationsOf(TorchSharpSurface.Value).ToArray();
        foreach (string violation in violations)
        {
            output.WriteLine(violation);
        }
        Assert.True(violations.Length == 0,
            $"{violations.Length} violations of the subset rule:{Environment.NewLine}{string.Join(Environment.NewLine, violations)}");
    }

    [Fact]
    public void The_list_is_whole()
    {
        Assert.True(TorchSharpSurface.Value.Types.Count > 400);
        Assert.Contains("static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device device = null, " +
                        "bool requires_grad = false, Generator generator = null, string[] names = null);",
            TorchSharpSurface.Value.Types["TorchSharp.torch"].Members);
    }

    [Fact]
    public void A_foreign_type_is_reported() =>
        Assert.Contains("does not exist there", Assert.Single(ViolationsOf("class TorchSharp.Nothing")));

    [Fact]
    public void A_lost_modifier_is_reported() =>
        Assert.Contains("sealed class", Assert.Single(ViolationsOf("class TorchSharp.Modules.Linear")));

    [Fact]
    public void A_member_with_another_parameter_name_is_reported_beside_the_right_one() =>
        Assert.Contains("Tensor forward(Tensor tensor)",
            Assert.Single(ViolationsOf("sealed class TorchSharp.Modules.Linear", "    Tensor forward(Tensor x);")));

    [Fact]
    public void What_exists_there_and_extra_overrides_are_no_violation() =>
        Assert.Empty(ViolationsOf("sealed class TorchSharp.Modules.Linear",
            "    : nn.Module<Tensor, Tensor>", "    Modules.Parameter weight { get; set; }", "    override string ToString();"));

    [Fact]
    public void A_type_is_written_the_way_the_list_writes_it()
    {
        Type sample = typeof(SurfaceSample<,>);
        Assert.Equal("abstract class ManagedTorch.Tests.Surface.SurfaceSample<TKey, TValue> where TKey : IDisposable, new() where TValue : struct",
            SurfaceReader.Header(sample));
        string[] expected =
        [
            ": IDisposable",
            "const double Small = 1E-08;",
            "protected readonly long? _count;",
            "SurfaceSample(int size = 3);",
            "(int a, long b) this[int index] { get; }",
            "TKey Key { get; protected set; }",
            "abstract void Dispose();",
            "protected internal virtual TValue[] Values((int? start, int? end) range, params string[] names);",
            "static DayOfWeek Day(DayOfWeek day = DayOfWeek.Friday, float p = 0.5f, string s = null, TValue v = default);",
            "static SurfaceSample<TKey, TValue> operator +(SurfaceSample<TKey, TValue> left, in int right);",
        ];
        // the sample's own namespace is no part of the rule's names
        IEnumerable<string> actual = SurfaceReader.Members(sample).Select(m => m.Replace("ManagedTorch.Tests.Surface.", ""));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ViolationsOf(params string[] lines) =>
        ApiSurface.Parse(lines).ViolationsOf(TorchSharpSurface.Value);

    [Fact]
    public void Public_types_stand_in_one_of_the_two_namespaces() =>
        Assert.All(typeof(torch).Assembly.GetExportedTypes(), type =>
            Assert.Matches("^(TorchSharp|ManagedTorch)([.]|$)", type.Namespace));
}
