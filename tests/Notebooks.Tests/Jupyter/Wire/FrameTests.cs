using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Wire;

public sealed class FrameTests
{
    [Fact]
    public void A_message_is_its_parts_with_flags_and_lengths()
    {
        using var stream = new MemoryStream();
        FrameWriter.WriteMessage(stream, ["ab"u8.ToArray(), [], "c"u8.ToArray()]);
        Assert.Equal([1, 2, (byte)'a', (byte)'b', 1, 0, 0, 1, (byte)'c'], stream.ToArray());
    }

    [Fact]
    public void From_256_bytes_on_the_length_takes_eight()
    {
        using var stream = new MemoryStream();
        FrameWriter.WriteMessage(stream, [new byte[255], new byte[256]]);
        byte[] written = stream.ToArray();
        Assert.Equal([1, 255], written[..2]);
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 1, 0], written[257..266]);
        Assert.Equal(257 + 9 + 256, written.Length);
    }

    [Fact]
    public void Ready_carries_the_socket_type_and_an_identity()
    {
        using var stream = new MemoryStream();
        FrameWriter.WriteCommand(stream, new ReadyCommand("ROUTER", []).ToCommand());
        byte[] expected =
        [
            4, 41, 5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 6, .. "ROUTER"u8, 8, .. "Identity"u8, 0, 0, 0, 0,
        ];
        expected[1] = (byte)(expected.Length - 2);
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        byte[][] parts = [[], [1], new byte[255], new byte[256], new byte[100_000]];
        new Random(1).NextBytes(parts[^1]);
        using var stream = new MemoryStream();
        FrameWriter.WriteMessage(stream, parts);
        FrameWriter.WriteCommand(stream, new Command("PING", [0, 1, 7]));
        stream.Position = 0;

        var reader = new FrameReader(stream, longestFrame: 100_000);
        foreach (byte[] part in parts)
        {
            var frame = reader.Read()!.Value;
            Assert.Equal(part, frame.Body);
            Assert.Equal(part != parts[^1], frame.HasMore);
            Assert.False(frame.IsCommand);
        }

        var command = reader.Read()!.Value;
        Assert.True(command.IsCommand);
        var ping = Command.Parse(command.Body);
        Assert.Equal("PING", ping.Name);
        Assert.Equal([0, 1, 7], ping.Data);
        Assert.Null(reader.Read());
    }

    [Theory]
    [InlineData(new byte[] { 8, 0 }, "0x08")]
    [InlineData(new byte[] { 5, 0 }, "0x05")]
    [InlineData(new byte[] { 0, 200 }, "longer than the 100 allowed")]
    [InlineData(new byte[] { 2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, "longer than the 100 allowed")]
    [InlineData(new byte[] { 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, "longer than the 100 allowed")]
    public void Bytes_that_are_no_frame_are_refused(byte[] bytes, string reason)
    {
        var reader = new FrameReader(new MemoryStream(bytes), longestFrame: 100);
        Assert.Contains(reason, Assert.Throws<WireException>(() => reader.Read()).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 3, 1, 2 })]
    [InlineData(new byte[] { 2, 0, 0, 0 })]
    public void A_stream_that_ends_within_a_frame_is_told_from_one_that_ends(byte[] bytes)
    {
        var reader = new FrameReader(new MemoryStream(bytes), longestFrame: 100);
        Assert.Throws<EndOfStreamException>(() => reader.Read());
    }

    [Fact]
    public void A_promised_length_costs_no_memory_before_its_bytes_come()
    {
        byte[] promise = [2, 0, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff, 1, 2, 3];
        var reader = new FrameReader(new MemoryStream(promise), longestFrame: int.MaxValue);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => reader.Read());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 5, (byte)'R', (byte)'E' })]
    public void A_command_needs_a_name(byte[] body) => Assert.Throws<WireException>(() => Command.Parse(body));

    [Theory]
    [InlineData(new byte[] { 200 })]
    [InlineData(new byte[] { 1, (byte)'x', 0, 0 })]
    [InlineData(new byte[] { 1, (byte)'x', 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 1, (byte)'x', 0, 0, 0, 9, 1 })]
    [InlineData(new byte[] { 1, (byte)'x', 0, 0, 0, 0 })]
    public void Properties_that_are_cut_off_or_name_no_socket_are_refused(byte[] data) =>
        Assert.Throws<WireException>(() => ReadyCommand.Parse(new Command("READY", data)));
}
