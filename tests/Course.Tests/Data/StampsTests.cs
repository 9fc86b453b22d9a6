using System.Security.Cryptography;
using Course.Audio;
using Course.Audio.Wav;
using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class StampsFixture : IDisposable
{
    public Stamps Data { get; } = Stamps.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class StampsTests(StampsFixture fixture) : IClassFixture<StampsFixture>, IDisposable
{
    private const string Header = "id\tname\tconcept\tkind\tcaption\tfr\n";
    private const string Penguin = "animals/birds/penguin\tpenguin\tpenguin\tphotograph\tA penguin.\tUn pingouin.\n";
    private const string Lion = "animals/lion\tlion\tlion\tdrawing\tA happy lion!\t\n";
    private const string Sounds = "id\tstart\tsamples\tcut\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("stamps").FullName;

    [Fact]
    public void Has_the_promised_stamps_and_pictures()
    {
        Assert.Equal(687, fixture.Data.Items.Count);
        Assert.Equal(Enumerable.Range(0, 687), fixture.Data.Items.Select(stamp => stamp.Index));
        Assert.Equal(332, fixture.Data.Items.Count(stamp => stamp.Kind == StampKind.Photograph));
        Assert.DoesNotContain(fixture.Data.Items, stamp => stamp.Group == "symbols");
        Assert.Equal([687, 3, 48, 48], fixture.Data.Pictures().shape);
        Assert.Equal(ScalarType.Byte, fixture.Data.Pictures().dtype);
    }

    [Fact]
    public void A_stamp_has_its_words()
    {
        Stamp flamingo = Find("animals/birds/pink_flamingo");
        Assert.Equal(("pink flamingo", "flamingo", "A pink flamingo."), (flamingo.Name, flamingo.Concept, flamingo.Caption));
        Assert.Equal(("animals/birds", "animals", StampKind.Photograph), (flamingo.Category, flamingo.Group, flamingo.Kind));
        Assert.Equal("Un flamant rose.", flamingo.Captions["fr"]);
        Assert.Equal("pink flamingo (animals/birds/pink_flamingo)", flamingo.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Stamp Find(string id) => fixture.Data.Items.Single(stamp => stamp.Id == id);
}
