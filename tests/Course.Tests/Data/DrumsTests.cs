using System.Globalization;
using Course.Audio;
using Course.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class DrumsFixture : IDisposable
{
    public Drums Data { get; } = Drums.Load();

    public void Dispose() => Data.Dispose();
}

public sealed class DrumsTests(DrumsFixture fixture) : DataSetTest, IClassFixture<DrumsFixture>
{
    private const string KitHeader = "kit\ttitle\torigin\tfamily\tmaker\tlicence\n";
    private const string Kits = KitHeader + "a-1\tA One\tacoustic\ta\tAnn\tCC0-1.0\na-2\tA Two\tacoustic\ta\tAnn\tCC0-1.0\n" +
        "b\tB\telectronic\tb\tBob\tCC0-1.0\nc\tC\tcollected\tc\tCy\tCC0-1.0\n";
    private const string Header = "id\tinstrument\tname\tlayer\tlayers\tstart\tsamples\tcut\n";
    private const string Samples = Header + "a-1/k\tkick\tKick\t1\t1\t0\t500\t0\na-2/s\tsnare\tSnare\t1\t2\t100\t300\t7\n" +
        "b/k\tkick\tBD\t1\t1\t0\t500\t0\nc/r\tride\tRide\t1\t1\t0\t500\t0\n";

    private Drums Data => fixture.Data;

    [Fact]
    public void The_counts_are_those_of_its_README()
    {
        string[] readme = File.ReadAllLines(Path.Combine(DataSetFolder.Find("drums").Root, "README.md"));
        Assert.StartsWith("# Drums, 369 strokes on nine instruments of twelve drum kits", readme[0]);
        Assert.Equal("369 samples of 9 instruments, 12 kits", Data.ToString());
        Assert.Equal(Enumerable.Range(0, 369), Data.Samples.Select(sample => sample.Index));
        string head = readme.Single(line => line.StartsWith("| kit | samples |", StringComparison.Ordinal));
        Assert.Equal(Data.Instruments, Cells(head)[4..]);
        foreach (DrumKit kit in Data.Kits.Select(Data.Kit))
        {
            AssertRow($"`{kit.Name}`", sample => sample.Kit == kit.Name, kit.Origin.ToString().ToLowerInvariant());
            Assert.Contains($"| `{kit.Name}` | {kit.Title} | {kit.Maker} | {kit.Licence} |", readme);
        }

        AssertRow("all", _ => true, "");
        (int[] training, int[] validation, int[] test) = Data.SplitKits();
        foreach ((string part, int[] indices) in new[] { ("training", training), ("validation", validation), ("test", test) })
        {
            string names = string.Join(", ", indices.Select(i => $"`{Data.Samples[i].Kit}`").Distinct());
            Assert.Contains($"| {part} | {names} | {indices.Length} |", readme);
        }

        void AssertRow(string name, Func<DrumSample, bool> belongs, string origin)
        {
            DrumSample[] samples = [.. Data.Samples.Where(belongs)];
            int names = samples.Select(sample => (sample.Kit, sample.Name)).Distinct().Count();
            IEnumerable<string> counts =
                Data.Instruments.Select(instrument => Count(samples.Count(sample => sample.Instrument == instrument)));
            string[] expected = [name, Count(samples.Length), Count(names), origin, .. counts];
            Assert.Equal(expected, Cells(readme.First(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))));
        }

        static string[] Cells(string row) => row.Split('|', StringSplitOptions.TrimEntries)[1..^1];
        static string Count(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_sample_has_its_kit_name_and_layer()
    {
        DrumSample tom = Find("black-pearl/PearlTom2-Hard");
        Assert.Equal(("black-pearl", "tom", "Pearl Tom 2", 4, 5), (tom.Kit, tom.Instrument, tom.Name, tom.Layer, tom.Layers));
        Assert.Equal("tom (black-pearl/PearlTom2-Hard)", tom.ToString());
        Assert.Equal("tom", Data.Instruments[(int)tom.Label]);
        DrumKit kit = Data.Kit(tom.Kit);
        Assert.Equal(("The Black Pearl 1.0", DrumOrigin.Acoustic, "GPL-2.0-only"), (kit.Title, kit.Origin, kit.Licence));
        Assert.Equal("black-pearl (acoustic, Glen MacArthur)", kit.ToString());
        Assert.All(Data.Samples, sample => Assert.Equal(sample.Instrument, Data.Instruments[(int)sample.Label]));
    }

    [Theory]
    [InlineData("kick", "kick|bass ?drum")]
    [InlineData("tom", "tom")]
    [InlineData("snare", "snare|redo super opaco")]
    [InlineData("side stick", "stick|rim click")]
    [InlineData("clap", "clap")]
    [InlineData("closed hi-hat", "closed|cl$|^side hh$")]
    [InlineData("open hi-hat", "open|hat op|op$|ohh")]
    [InlineData("ride", "^ride|paiste ride$")]
    [InlineData("crash", "crash")]
    public void An_instrument_is_what_the_kits_call_it(string instrument, string names)
    {
        DrumSample[] samples = [.. Data.Samples.Where(sample => sample.Instrument == instrument)];
        Assert.All(samples, sample => Assert.Matches(names, sample.Name.ToLowerInvariant()));
        Assert.True(samples.Select(sample => Data.Kit(sample.Kit).Family).Distinct().Count() >= 4);
        Assert.All(samples, sample => Assert.DoesNotMatch("bell|roll|flink|semi|pedal|choke|swish", sample.Name.ToLowerInvariant()));
    }

    [Fact]
    public void Every_stroke_begins_at_once_equally_loud_and_ends_without_a_click()
    {
        foreach (DrumSample sample in Data.Samples)
        {
            Sound sound = Data.Sound(sample.Index);
            Assert.Equal((1, 16000), (sound.Channels, sound.Rate));
            Assert.InRange(sound.Length, 160, 8000);
            Assert.True(!sample.IsCut || sound.Length == 8000, $"{sample} is cut at {sound.Length}");
            float[] values = sound.Channel(0).ToArray();
            float peak = values.Max(Math.Abs);
            // A tenth of the peak is exceeded 2 ms after the start, at the latest.
            Assert.True(values[..33].Max(Math.Abs) >= 0.09 * peak, $"{sample} begins late");
            Assert.True(Math.Abs(values[^1]) < 0.01, $"{sample} ends with a click");
            double loudest = Enumerable.Range(0, 1 + (values.Length / 160)).Max(frame => Math.Sqrt(MeanSquare(values, frame * 160)));
            Assert.True(peak > 0.9 || loudest is > 0.12 and < 0.13, $"{sample} has {loudest:0.000} and a peak of {peak:0.00}");
        }

        // Of 50 ms, silence behind the last whole 10 ms included.
        static double MeanSquare(float[] values, int start) =>
            values.Take(values.Length / 160 * 160).Skip(start).Take(800).Sum(value => (double)value * value) / 800;
    }

    [Fact]
    public void Cymbals_are_brighter_and_longer_than_drums()
    {
        // Crossings of zero in the first 50 ms: a rough measure of how high a sound is.
        double Crossings(string instrument) => Median(instrument, sample =>
        {
            float[] start = Data.Sound(sample.Index).Channel(0)[..Math.Min(800, Data.Sound(sample.Index).Length)].ToArray();
            return start.Zip(start.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0) / (double)start.Length;
        });
        double Length(string instrument) => Median(instrument, sample => Data.Sound(sample.Index).Length);

        Assert.True(Crossings("kick") < 0.5 * Crossings("snare"));
        Assert.True(Crossings("tom") < 0.5 * Crossings("snare"));
        Assert.True(Crossings("snare") < Crossings("closed hi-hat"));
        Assert.True(Length("closed hi-hat") < 0.75 * Length("open hi-hat"));
        Assert.Equal(8000, Length("crash"));
        Assert.Equal(8000, Length("ride"));

        double Median(string instrument, Func<DrumSample, double> value)
        {
            double[] values = [.. Data.Samples.Where(sample => sample.Instrument == instrument).Select(value).Order()];
            return values[values.Length / 2];
        }
    }

    [Fact]
    public void Waveforms_are_cut_or_filled_with_silence()
    {
        int stick = Find("audiophob/16336__sstokes__ss-ht-crunchtime").Index, crash = Find("forzee/Crash18-0").Index;
        using (NewDisposeScope())
        {
            Tensor waveforms = Data.Waveforms([crash, stick], 4000);
            Assert.Equal([2, 4000], waveforms.shape);
            Assert.Equal(ScalarType.Float32, waveforms.dtype);
            Assert.Equal(Data.Sound(crash).Channel(0)[..4000].ToArray(), waveforms[0].data<float>().ToArray());
            float[] click = waveforms[1].data<float>().ToArray();
            Assert.Equal(Data.Sound(stick).Channel(0).ToArray(), click[..274]);
            Assert.All(click[274..], value => Assert.Equal(0, value));
            Assert.Equal([369, 8000], Data.Waveforms().shape);
            Assert.Same(Data.Waveforms(), Data.Waveforms());
            Assert.Equal(Data.Waveforms([crash], 8000)[0].data<float>().ToArray(), Data.Waveforms()[crash].data<float>().ToArray());
            Assert.Equal([Data.Samples[crash].Label, Data.Samples[stick].Label], Data.Labels([crash, stick]).data<long>().ToArray());
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Data.Waveforms([0], 0));
        Assert.Contains("there is no sample 369; they run from 0 to 368",
            Assert.Throws<ArgumentOutOfRangeException>(() => Data.Sound(369)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_split_holds_whole_kits_out_and_each_part_has_all_instruments_and_both_kinds_of_kits()
    {
        (int[] training, int[] validation, int[] test) = Data.SplitKits();
        Assert.Equal(Enumerable.Range(0, 369), training.Concat(validation).Concat(test).Order());
        int[][] parts = [training, validation, test];
        foreach (int[] part in parts)
        {
            Assert.Equal(Data.Instruments.Order(), part.Select(i => Data.Samples[i].Instrument).Distinct().Order());
            DrumOrigin[] origins = [.. part.Select(i => Data.Kit(Data.Samples[i].Kit).Origin).Distinct()];
            Assert.Contains(DrumOrigin.Acoustic, origins);
            Assert.Contains(origins, origin => origin != DrumOrigin.Acoustic);
        }

        string[] kits = [.. parts.SelectMany(part => part.Select(i => Data.Samples[i].Kit).Distinct())];
        Assert.Equal(Data.Kits.Order(), kits.Order());
        string[] families = [.. parts.SelectMany(part => part.Select(i => Data.Kit(Data.Samples[i].Kit).Family).Distinct())];
        Assert.Equal(families.Distinct().Count(), families.Length);
    }

    [Fact]
    public void No_two_families_share_a_recording()
    {
        const int length = 4000, most = 8;
        using (NewDisposeScope())
        {
            Tensor all = nn.functional.normalize(Data.Waveforms()[.., ..length]);
            Tensor highest = zeros(all.shape[0], all.shape[0]);
            for (int shift = 0; shift <= most; shift++)
                using (NewDisposeScope())
                {
                    // (N, T) times (T, N): the correlation of each sample with each other one, which comes a little later.
                    Tensor products = matmul(all[.., shift..], all[.., ..(length - shift)].t()).abs();
                    highest.copy_(maximum(highest, maximum(products, products.t())));
                }

            float[] values = highest.data<float>().ToArray();
            float Correlation(DrumSample a, DrumSample b) => values[(a.Index * Data.Samples.Count) + b.Index];
            // The measure finds what is alike: two layers of one kick.
            Assert.True(Correlation(Find("black-pearl/PearlKick-Soft"), Find("black-pearl/PearlKick-Med")) > 0.98);
            foreach (DrumSample a in Data.Samples)
                foreach (DrumSample b in Data.Samples.Where(b => Data.Kit(b.Kit).Family != Data.Kit(a.Kit).Family))
                    Assert.True(Correlation(a, b) < 0.9, $"{a} and {b} are alike: {Correlation(a, b)}");
        }
    }

    [Fact]
    public void Other_kits_can_be_held_out_but_no_family_divided()
    {
        WriteSmallSet();
        using Drums small = Drums.Load(Folder);
        Assert.Equal(["a-1", "a-2", "b", "c"], small.Kits);
        (int[] training, int[] validation, int[] test) = small.SplitKits(["a-1", "a-2"], ["b"]);
        Assert.Equal(([3], [2], [0, 1]), (training, validation, test), Parts);
        (training, validation, test) = small.SplitKits(["c"], []);
        Assert.Equal(([0, 1, 2], [], [3]), (training, validation, test), Parts);
        AssertRefused("the kits a-1, a-2 share drums, so they belong in the same part", ["a-1"], []);
        AssertRefused("the kits a-1, a-2 share drums, so they belong in the same part", ["a-1"], ["a-2"]);
        AssertRefused("the kit b cannot be both in the test and in the validation part", ["b"], ["b"]);
        AssertRefused("there is no kit d; there are a-1, a-2, b, c", ["d"], []);
        AssertRefused("no kit is left for training; hold fewer out", ["a-1", "a-2", "b"], ["c"]);

        void AssertRefused(string message, string[] test, string[] validation) => Assert.Contains(message,
            Assert.Throws<ArgumentException>(() => small.SplitKits(test, validation)).Message, StringComparison.Ordinal);
        static bool Parts((int[] A, int[] B, int[] C) x, (int[] A, int[] B, int[] C) y) =>
            x.A.SequenceEqual(y.A) && x.B.SequenceEqual(y.B) && x.C.SequenceEqual(y.C);
    }

    [Fact]
    public void A_small_set_is_read_as_it_is_written()
    {
        WriteSmallSet();
        using Drums small = Drums.Load(Folder);
        DrumSample snare = small.Samples[1];
        Assert.Equal(("a-2/s", "a-2", "snare", "Snare", 1, 2, true),
            (snare.Id, snare.Kit, snare.Instrument, snare.Name, snare.Layer, snare.Layers, snare.IsCut));
        Assert.False(small.Samples[0].IsCut);
        // The file is a ramp, so a sound's first value tells where it starts.
        Assert.Equal(300, small.Sound(1).Length);
        Assert.Equal(0.1f, small.Sound(1).Channel(0)[0], 1e-3f);
    }

    [Theory]
    [InlineData("", "kits.tsv(1): the header must be kit, title, origin, family, maker, licence, separated by tabs")]
    [InlineData(KitHeader, "kits.tsv: there are no rows below the header")]
    [InlineData(KitHeader + "a\tA\tacoustic\ta\tAnn\n", "kits.tsv(2): 5 cells, but there are 6 columns")]
    [InlineData(KitHeader + "a\tA\tacoustic\t\tAnn\tCC0-1.0\n", "kits.tsv(2): the family is empty")]
    [InlineData(KitHeader + "a\tA\tloud\ta\tAnn\tCC0-1.0\n", "kits.tsv(2): the origin \"loud\" is none of acoustic, electronic, collected")]
    [InlineData(Kits + "b\tB\telectronic\tb\tBob\tCC0-1.0\n", "kits.tsv(6): b is in line 4 already")]
    [InlineData(Kits + "d\tD\telectronic\td\tDan\tCC0-1.0\n", "has no file kits/d.wav in checksums.sha256")]
    public void A_bad_row_of_kits_is_told_with_its_line(string table, string message)
    {
        WriteSmallSet();
        Write("kits.tsv", table);
        AssertFails(message);
    }

    [Theory]
    [InlineData("", "samples.tsv(1): the header must be id, instrument, name, layer, layers, start, samples, cut, separated by tabs")]
    [InlineData(Header + "b/k\tkick\n", "samples.tsv(2): 2 cells, but there are 8 columns")]
    [InlineData(Header + "z/k\tkick\tK\t1\t1\t0\t9\t0\n", "samples.tsv(2): z/k is of no kit in kits.tsv")]
    [InlineData(Header + "b/k\tgong\tK\t1\t1\t0\t9\t0\n", "samples.tsv(2): there is no instrument gong; there are kick, tom, snare,")]
    [InlineData(Header + "b/k\tkick\tK\t2\t1\t0\t9\t0\n", "samples.tsv(2): there is no layer 2 of 1")]
    [InlineData(Header + "b/k\tkick\tK\t1\t1\t-1\t9\t0\n", "samples.tsv(2): the start must be a whole number, not \"-1\"")]
    [InlineData(Header + "b/k\tkick\tK\t1\t1\t0\t0\t0\n", "samples.tsv(2): 0 samples from 0 on are no part of the 10000 in")]
    [InlineData(Header + "b/k\tkick\tK\t1\t1\t9990\t11\t0\n", "samples.tsv(2): 11 samples from 9990 on are no part of the 10000")]
    [InlineData(Header + "b/k\tkick\tK\t1\t1\t0\t8001\t0\n", "samples.tsv(2): 8001 samples from 0 on are no part")]
    [InlineData(Header + "b/k\tkick\tK\t1\t1\t2147483647\t5\t0\n", "samples.tsv(2): 5 samples from 2147483647 on are no part")]
    [InlineData(Samples + "b/k\tkick\tK\t1\t1\t0\t9\t0\n", "samples.tsv(6): b/k is in line 4 already")]
    public void A_bad_row_of_samples_is_told_with_its_line(string table, string message)
    {
        WriteSmallSet();
        Write("samples.tsv", table);
        AssertFails(message);
    }

    [Fact]
    public void A_missing_changed_or_strange_file_is_told()
    {
        WriteSmallSet();
        Write("kits/b.wav", "OggS");
        AssertFails("b.wav is no WAV file");
        WriteSound("kits/b.wav", 2, 16000);
        AssertFails("b.wav has 2 channels at 16000 samples a second; it must have 1 at 16000");
        WriteSound("kits/b.wav", 1, 8000);
        AssertFails("b.wav has 1 channels at 8000 samples a second");
        WriteSound("kits/b.wav", 1, 16000);
        File.AppendAllText(PathOf("kits/b.wav"), "x");
        AssertFails("b.wav has changed: SHA-256 is ");
        File.Delete(PathOf("kits/b.wav"));
        AssertFails("b.wav is missing; restore it with: git checkout");
    }

    private DrumSample Find(string id) => Data.Samples.Single(sample => sample.Id == id);

    private void WriteSmallSet()
    {
        Write("kits.tsv", Kits);
        Write("samples.tsv", Samples);
        foreach (string kit in new[] { "a-1", "a-2", "b", "c" }) WriteSound($"kits/{kit}.wav", 1, 16000);
    }

    private void WriteSound(string name, int channels, int rate)
    {
        float[] ramp = [.. Enumerable.Range(0, 10000 * channels).Select(i => Math.Min(1, i / 1000f))];
        new Sound(ramp, channels, rate).Save(PathOf(name));
        WriteChecksums();
    }

    private protected override IDisposable LoadFrom(string folder) => Drums.Load(folder);
}
