using System.Reflection;
using Course.Checks;
using Course.Tests.Support;

namespace Course.Tests.Checks;

/// <summary>Every erratum of chapter 10: its check fails on the flawed code and passes on the fix.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class ErrataTests
{
    /// <summary>The flawed class of each erratum.</summary>
    public static TheoryData<string> Names => [.. ErrataCatalog.All.Select(entry => entry.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_check_fails_on_the_flawed_code_and_passes_on_the_fix(string name)
    {
        ErratumEntry entry = Find(name);
        Assert.NotNull(Check.FailureOf(entry.CreateFlawed().Verify));
        Assert.Null(Check.FailureOf(entry.CreateFixed().Verify));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_check_does_not_hang_on_one_draw_of_random_numbers(string name)
    {
        ErratumEntry entry = Find(name);
        for (long seed = 2; seed < 7; seed++)
        {
            Assert.NotNull(Check.FailureOf(() => entry.CreateFlawed().Verify(seed)));
            Assert.Null(Check.FailureOf(() => entry.CreateFixed().Verify(seed)));
        }
    }

    [Fact]
    public void Each_erratum_is_described_once()
    {
        Assert.All(ErrataCatalog.All, entry =>
        {
            Assert.NotEmpty(entry.Description.Title);
            Assert.NotEmpty(entry.Description.Seen);
            Assert.NotEmpty(entry.Description.Source);
        });
        Assert.Distinct(ErrataCatalog.All.Select(entry => entry.Description.Title));
        Assert.Equal(Enum.GetValues<ErratumKind>(), ErrataCatalog.All.Select(entry => entry.Description.Kind).Distinct());
    }

    [Fact]
    public void The_chapter_shows_each_flaw_failing_and_each_fix_passing()
    {
        string chapter = File.ReadAllText(Path.Combine(Repository.Root, "notebooks", "10-errata.ipynb"));
        Assert.All(ErrataCatalog.All, entry =>
        {
            Assert.Contains($"\"Check.Fails(new {entry.Flawed.Name}().Verify);\"", chapter, StringComparison.Ordinal);
            Assert.Contains($"\"new {entry.Fixed.Name}().Verify();\"", chapter, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_class_of_the_folder_is_left_out()
    {
        int classes = typeof(Erratum).Assembly.GetExportedTypes().Count(type => type.IsSubclassOf(typeof(Erratum)));
        Assert.Equal(2 * ErrataCatalog.All.Count, classes);
        Assert.True(classes >= 80, $"only {classes} classes");
    }

    [Fact]
    public void An_erratum_without_a_fix_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ErrataCatalog.Of(Assembly.GetExecutingAssembly()));
        Assert.Contains($"{nameof(Unfixed)} must have one fix that derives from it, not 0", error.Message, StringComparison.Ordinal);
    }

    private static ErratumEntry Find(string name) => ErrataCatalog.All.Single(entry => entry.ToString() == name);

    /// <summary>Flawed, and nothing derives from it.</summary>
    [Erratum(ErratumKind.Shapes, "unfixed", Seen = "here", Source = "none")]
    public sealed class Unfixed : Erratum
    {
        protected override void Claim() => Check.True(false, "is fixed");
    }
}
