using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Tests.Jupyter.Messages;

public sealed class MessageCodecTests
{
    private const string Key = "a0436f6c-1916-498b-8eb9-e81ab9368e84";

    private readonly MessageCodec codec = new(Key);

    // hmac.new(key, digestmod=hashlib.sha256) of Python over the same four parts
    [Fact]
    public void Signs_as_Python_does()
    {
        byte[] signature = new MessageSigner(Key).Sign(
            "{\"msg_id\":\"1\"}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{\"code\":\"é😀\"}"u8.ToArray());
        Assert.Equal("bab8feb17a64eb07d4dabd694069df237acd61088985ff75f5468661589045ee", Encoding.ASCII.GetString(signature));
    }

    [Fact]
    public void An_empty_key_signs_nothing_and_accepts_everything()
    {
        var signer = new MessageSigner("");
        Assert.Empty(signer.Sign("a"u8.ToArray()));
        Assert.True(signer.Accepts("whatever"u8.ToArray(), "a"u8.ToArray()));
    }

    [Fact]
    public void What_is_encoded_can_be_decoded()
    {
        byte[] parent = "{\"msg_id\":\"p\",\"session\":\"s\",\"msg_type\":\"t\",\"extra\": 1}"u8.ToArray();
        byte[][] parts = codec.Encode([[1], [2]], "stream", parent, new JsonObject { ["text"] = "é😀\n" }, out string id);
        var message = codec.Decode(parts);
        Assert.Equal([[1], [2]], message.Route);
        Assert.Equal(new MessageHeader(id, codec.Session, "stream"), message.Header);
        Assert.Equal("p", message.ParentId);
        Assert.Equal("é😀\n", message.Content.Text("text"));

        // The parent header goes back byte for byte.
        Assert.Equal(parent, parts[5]);
        Assert.Contains("é", Encoding.UTF8.GetString(parts[7]));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_a_message()
    {
        byte[][] parts = codec.Encode([], "stream", null, new JsonObject { ["text"] = "a\ud800b" });
        Assert.Equal("a\ufffdb", codec.Decode(parts).Content.Text("text"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_changed_part_is_refused(int part)
    {
        byte[][] parts = codec.Encode([], "execute_request", null, new JsonObject { ["code"] = "1" });
        parts[part][^1] ^= 1;
        Assert.Contains("signature", Assert.Throws<MalformedMessageException>(() => codec.Decode(parts)).Message);
    }

    [Fact]
    public void Another_key_is_refused()
    {
        byte[][] parts = new MessageCodec("other").Encode([], "execute_request", null, new JsonObject());
        Assert.Throws<MalformedMessageException>(() => codec.Decode(parts));
        parts = new MessageCodec("").Encode([], "execute_request", null, new JsonObject());
        Assert.Throws<MalformedMessageException>(() => codec.Decode(parts));
    }

    [Theory]
    [InlineData("<IDS|MSG>", 5, "too few parts")]
    [InlineData("<IDS|MSG>", 1, "too few parts")]
    [InlineData("<ids|msg>", 7, "delimiter")]
    public void A_delimiter_with_five_parts_behind_it_is_needed(string delimiter, int count, string reason)
    {
        byte[][] parts = [Encoding.ASCII.GetBytes(delimiter), .. Enumerable.Repeat<byte[]>([], count - 1)];
        Assert.Contains(reason, Assert.Throws<MalformedMessageException>(() => codec.Decode(parts)).Message);
    }

    [Theory]
    [InlineData("", "{}")]
    [InlineData("[]", "{}")]
    [InlineData("null", "{}")]
    [InlineData("{\"msg_id\":1,\"session\":\"s\",\"msg_type\":\"t\"}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\"}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"t\"}", "{\"a\":")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"t\"}", "{\"a\":1,\"a\":2}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"t\"}", "7")]
    public void Parts_that_are_no_JSON_objects_are_refused(string header, string content)
    {
        var unsigned = new MessageCodec("");
        byte[][] parts =
        [
            "<IDS|MSG>"u8.ToArray(), [], Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes(content),
        ];
        Assert.Throws<MalformedMessageException>(() => unsigned.Decode(parts));
    }
}
