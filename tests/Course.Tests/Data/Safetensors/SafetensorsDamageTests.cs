using System.Buffers.Binary;
using System.Text;
using Course.Data;
using Course.Tests.Support;

namespace Course.Tests.Data;

/// <summary>Damaged and hostile files: one error that names the file, the tensor and the trouble.</summary>
public sealed class SafetensorsDamageTests : IDisposable
{
    private const string Two = """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[BEGIN,END]}}""";

    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string, string> Headers => new()
    {
        { "[]", "does not begin with '{'" },
        { " {}", "does not begin with '{'" },
        { "{", "is no JSON" },
        { "{} x", "is no JSON" },
        { """{"a":[[[[[[[[[[[[1]]]]]]]]]]]]}""", "is no JSON" },
        { """{"a\uD800":{}}""", "no Unicode" },
        { """{"a":3}""", "tensor 'a': it is described by Number" },
        { """{"a":{}}""", "tensor 'a': it needs the fields" },
        { One("""{"dtype":7,"shape":[2],"data_offsets":[0,2]}"""), "tensor 'a': it needs the fields" },
        { One("""{"dtype":"U8","shape":2,"data_offsets":[0,2]}"""), "tensor 'a': it needs the fields" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":7}"""), "tensor 'a': data_offsets is no list of two numbers" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":[0,1,2]}"""), "tensor 'a': data_offsets is no list of two numbers" },
        { One("""{"dtype":"U8","shape":[2],"shape":[2],"data_offsets":[0,2]}"""), "tensor 'a': the field 'shape' comes twice" },
        { One("""{"dtype":"F128","shape":[2],"data_offsets":[0,2]}"""), "tensor 'a': there is no element type 'F128'" },
        { One("""{"dtype":"U8","shape":[-2],"data_offsets":[0,2]}"""), "tensor 'a': shape has -2" },
        { One("""{"dtype":"U8","shape":[2.0],"data_offsets":[0,2]}"""), "tensor 'a': shape has 2.0" },
        { One("""{"dtype":"U8","shape":["2"],"data_offsets":[0,2]}"""), "tensor 'a': shape has \"2\"" },
        { One("""{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,2]}"""), "tensor 'a': shape has 99999999999999999999" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":[-1,1]}"""), "tensor 'a': data_offsets has -1" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":[2,0]}"""), "tensor 'a': its bytes end at 0, before they begin at 2" },
        { One("""{"dtype":"U8","shape":[3],"data_offsets":[0,2]}"""), "tensor 'a': shape (3,) of U8 takes 3 bytes, and its place in the file has 2" },
        { One("""{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}"""), "tensor 'a': shape (4611686018427387904, 4) has more" },
        { One("""{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}"""), "has more elements than can be counted" },
        { One($$"""{"dtype":"U8","shape":[{{string.Join(',', Enumerable.Repeat(1, 65))}}],"data_offsets":[0,1]}"""), "65 dimensions" },
        { One("""{"dtype":"U8","shape":[4],"data_offsets":[0,4]}"""), "tensor 'a': its bytes end at 4, and the file has 3" },
        { One("""{"dtype":"U8","shape":[9223372036854775807],"data_offsets":[0,9223372036854775807]}"""), "it is cut off" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":[0,2]}"""), "1 bytes follow the last tensor" },
        { One("""{"dtype":"U8","shape":[2],"data_offsets":[1,3]}"""), "tensor 'a': its bytes begin at 1, and those from 0 on belong to no tensor" },
        { Two.Replace("BEGIN", "1").Replace("END", "2"), "tensor 'b': its bytes begin at 1, within those of another tensor" },
        { Two.Replace("BEGIN", "0").Replace("END", "1"), "within those of another tensor" },
        { Two.Replace("BEGIN", "2").Replace("END", "3").Replace("\"b\"", "\"a\""), "tensor 'a': it comes twice" },
        { """{"__metadata__":[]}""", "__metadata__ is no object" },
        { """{"__metadata__":{"format":1}}""", "'format' in __metadata__ is Number" },
        { """{"__metadata__":{"k":"1","k":"2"}}""", "'k' comes twice in __metadata__" },
        { $$"""{"{{new string('n', 500)}}":1}""", "tensor 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn...'" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_damaged_header_is_named(string header, string expected)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        string message = Refusal([.. Length((ulong)text.Length), .. text, 1, 2, 3]);
        Assert.StartsWith(_path + ": ", message);
        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_damaged_length_is_named()
    {
        Assert.Contains("it has 0 bytes", Refusal([]));
        Assert.Contains("it has 7 bytes", Refusal(new byte[7]));
        Assert.Contains("does not begin with '{'", Refusal(Length(0)));
        Assert.Contains("should have 10 bytes, and only 2 follow", Refusal([.. Length(10), .. "{}"u8]));
        Assert.Contains("100000000 are allowed", Refusal([.. Length(100_000_001), .. "{}"u8]));
        Assert.Contains("100000000 are allowed", Refusal([.. Length(ulong.MaxValue), .. "{}"u8]));
        Assert.Contains("is not UTF-8", Refusal([.. Length(4), (byte)'{', 0xFF, 0xFE, (byte)'}']));
        Assert.Contains("torch.save", Refusal([.. "PK\u0003\u0004"u8, .. new byte[100]]));
        Assert.Contains("nowhere", Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open("nowhere.safetensors")).Message);
    }

    [Fact]
    public void A_truth_value_is_0_or_1()
    {
        byte[] header = Encoding.UTF8.GetBytes(One("""{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}"""));
        File.WriteAllBytes(_path, [.. Length((ulong)header.Length), .. header, 1, 2, 0]);
        Assert.Contains("tensor 'a': a truth value is neither 0 nor 1",
            Assert.Throws<InvalidDataException>(() => Safetensors.Load(_path)).Message);
    }

    [Theory]
    [InlineData("canonical.safetensors", 1)]
    [InlineData("foreign.safetensors", 2)]
    public void No_change_of_bytes_does_more_than_refuse_or_load(string name, int seed)
    {
        byte[] whole = File.ReadAllBytes(Repository.Fixture("safetensors", name));
        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
        var random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 400; round++)
        {
            byte[] data = [.. whole];
            for (int i = 0; i <= round % 3; i++) data[random.Next(header + 8)] = NextByte(random);
            File.WriteAllBytes(_path, data[..(random.Next(3) == 0 ? random.Next(data.Length) : data.Length)]);
            try
            {
                using SafetensorsFile file = SafetensorsFile.Open(_path);
                Assert.Equal(new FileInfo(_path).Length - 8 - header, file.Entries.Sum(entry => entry.End - entry.Begin));
            }
            catch (InvalidDataException error)
            {
                Assert.StartsWith(_path, error.Message);
                refused++;
            }
        }

        Assert.InRange(refused, 150, 399);
    }

    public void Dispose() => File.Delete(_path);

    // Digits and brackets are likelier than others to make a header that is nearly right.
    private static byte NextByte(Random random) =>
        random.Next(2) == 0 ? (byte)"0123456789-,[]{}\":"[random.Next(18)] : (byte)random.Next(256);

    private static string One(string entry) => $$"""{"a":{{entry}}}""";

    private static byte[] Length(ulong length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    private string Refusal(byte[] file)
    {
        File.WriteAllBytes(_path, file);
        return Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(_path)).Message;
    }
}
