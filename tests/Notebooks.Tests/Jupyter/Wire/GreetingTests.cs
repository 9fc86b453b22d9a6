using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Wire;

public sealed class GreetingTests
{
    private static readonly byte[] FromLibzmq =
    [
        0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 1, (byte)'N', (byte)'U', (byte)'L', (byte)'L', .. new byte[48],
    ];

    [Fact]
    public void Ours_is_version_3_0_without_security()
    {
        byte[] expected = [.. FromLibzmq];
        expected[11] = 0;
        Assert.Equal(expected, Greeting.Create());
    }

    [Fact]
    public void A_later_minor_version_is_accepted() => Greeting.Check(FromLibzmq);

    [Theory]
    [InlineData(0, 0x47, "ZMTP")]
    [InlineData(9, 0x7e, "ZMTP")]
    [InlineData(10, 2, "ZMTP 2")]
    [InlineData(12, 'P', "NULL")]
    [InlineData(16, 'S', "NULL")]
    public void Anything_else_is_refused_with_its_reason(int at, int value, string reason)
    {
        byte[] greeting = [.. FromLibzmq];
        greeting[at] = (byte)value;
        Assert.Contains(reason, Assert.Throws<WireException>(() => Greeting.Check(greeting)).Message);
    }
}
