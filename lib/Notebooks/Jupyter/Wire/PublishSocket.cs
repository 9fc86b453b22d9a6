using System.Collections.Concurrent;
using System.Net;

namespace Notebooks.Jupyter.Wire;

/// <summary>
/// A PUB: every subscriber gets the messages whose first part begins with a topic it asked for. Sending never waits: for
/// a subscriber that reads too slowly, messages that may be lost are cut and counted.
/// </summary>
internal sealed class PublishSocket(
    IPEndPoint address, SocketLimits limits, Func<byte[], byte[][]> welcome, Action<string> log)
    : ServerSocket(SocketType.Publish, address, limits, log)
{
    private const byte Subscribe = 1;
    private const byte Cancel = 0;

    private readonly ConcurrentDictionary<PeerConnection, Subscriber> subscribers = new();

    /// <summary>Sends a message to all who asked for it.</summary>
    /// <param name="message">Its parts; the first is the topic.</param>
    /// <param name="droppable">Whether a slow subscriber may miss it.</param>
    /// <param name="describe">Makes the message that tells a subscriber what it missed.</param>
    internal void Publish(byte[][] message, bool droppable, Func<Cut, byte[][]> describe)
    {
        var item = new OutgoingItem(message);
        foreach (var subscriber in subscribers.Values)
        {
            if (subscriber.Wants(message[0]))
            {
                subscriber.Send(item, droppable, describe);
            }
        }
    }

    private protected override void OnJoined(PeerConnection peer) => subscribers[peer] = new Subscriber(peer);

    private protected override void OnLeft(PeerConnection peer) => subscribers.TryRemove(peer, out _);

    // ZMTP 3.0: a subscription is a message.
    private protected override void OnMessage(PeerConnection peer, byte[][] message)
    {
        if (message is [[Subscribe, .. var topic]])
        {
            Add(peer, topic);
        }
        else if (message is [[Cancel, .. var dropped]])
        {
            Remove(peer, dropped);
        }
    }

    // ZMTP 3.1: a subscription is a command.
    private protected override void OnCommand(PeerConnection peer, Command command)
    {
        if (command.Name == "SUBSCRIBE")
        {
            Add(peer, command.Data);
        }
        else if (command.Name == "CANCEL")
        {
            Remove(peer, command.Data);
        }
    }

    private void Add(PeerConnection peer, byte[] topic)
    {
        if (subscribers.TryGetValue(peer, out var subscriber) && subscriber.Add(topic))
        {
            peer.Send(new OutgoingItem(welcome(topic)));
        }
    }

    private void Remove(PeerConnection peer, byte[] topic)
    {
        if (subscribers.TryGetValue(peer, out var subscriber))
        {
            subscriber.Remove(topic);
        }
    }
}
