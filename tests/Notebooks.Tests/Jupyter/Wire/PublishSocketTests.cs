using System.Net;
using System.Text;
using Notebooks.Jupyter.Wire;
using Notebooks.Tests.Jupyter.Kernel;

namespace Notebooks.Tests.Jupyter.Wire;

public sealed class PublishSocketTests : IDisposable
{
    private static readonly byte[] Topic = "topic"u8.ToArray();

    private readonly List<string> log = [];
    private readonly PublishSocket socket;

    public PublishSocketTests()
    {
        var limits = new SocketLimits { MostDroppableWaiting = 1 << 20, MostWaiting = 2 << 20 };
        socket = new PublishSocket(new IPEndPoint(IPAddress.Loopback, 0), limits, topic => [topic, "welcome"u8.ToArray()], log.Add);
        socket.Start();
    }

    public void Dispose() => socket.Dispose();

    [Fact]
    public void Only_what_was_asked_for_is_sent()
    {
        using var subscriber = Subscribe("to");
        Publish("other", "a");
        Publish("topic", "b");
        Assert.Equal(["topic", "b"], Texts(subscriber.Receive()));
        subscriber.Send([0, .. "to"u8]);
        subscriber.Send([1, .. "other"u8]);
        Assert.Equal(["other", "welcome"], Texts(subscriber.Receive()));
        Publish("topic", "c");
        Publish("other", "d");
        Assert.Equal(["other", "d"], Texts(subscriber.Receive()));
    }

    [Fact]
    public void A_slow_subscriber_loses_only_what_may_be_lost_and_is_told_how_much()
    {
        const int Messages = 1000;
        using var slow = Subscribe("", reads: false);
        using var quick = Subscribe("");
        for (int index = 0; index < Messages; index++)
        {
            socket.Publish([Topic, new byte[100_000]], droppable: true, Describe);

            // The quick one keeps up, so that it is the reading that makes the difference.
            Assert.Equal(100_000, quick.Receive()[1].Length);
        }

        Publish("topic", "end");
        Assert.Equal(["topic", "end"], Texts(quick.Receive()));

        slow.StartReading();
        Assert.Equal(["", "welcome"], Texts(slow.Receive()));
        int received = 0;
        byte[][] message;
        while ((message = slow.Receive())[1].Length == 100_000)
        {
            received++;
        }

        Assert.InRange(received, 1, Messages - 1);
        Assert.Equal(["cut", $"{Messages - received}"], Texts(message));
        Assert.Equal(["topic", "end"], Texts(slow.Receive()));
    }

    [Fact]
    public void One_that_never_reads_is_given_up()
    {
        using var slow = Subscribe("", reads: false);
        for (int index = 0; index < 1000; index++)
        {
            socket.Publish([Topic, new byte[100_000]], droppable: false, Describe);
        }

        slow.StartReading();
        Assert.True(slow.WaitForEnd());
    }

    private static byte[][] Describe(Cut cut) => ["cut"u8.ToArray(), Encoding.ASCII.GetBytes($"{cut.Messages}")];

    private static string[] Texts(byte[][] message) => [.. message.Select(Encoding.ASCII.GetString)];

    private void Publish(string topic, string text) =>
        socket.Publish([Encoding.ASCII.GetBytes(topic), Encoding.ASCII.GetBytes(text)], droppable: false, Describe);

    private TestSocket Subscribe(string topic, bool reads = true)
    {
        var subscriber = new TestSocket(socket.Address.Port, "SUB", reads: reads);
        subscriber.Send([1, .. Encoding.ASCII.GetBytes(topic)]);
        if (reads)
        {
            Assert.Equal([topic, "welcome"], Texts(subscriber.Receive()));
        }

        return subscriber;
    }
}
