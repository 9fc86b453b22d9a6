using System.Collections.Concurrent;
using System.Net;

namespace Notebooks.Jupyter.Wire;

/// <summary>A ROUTER: knows its peers by name and answers each by it. A name belongs to the connection that took it last.</summary>
internal sealed class RouterSocket(
    IPEndPoint address, SocketLimits limits, Action<RoutingId, byte[][]> onMessage, Action<string> log)
    : ServerSocket(SocketType.Router, address, limits, log)
{
    private readonly ConcurrentDictionary<RoutingId, PeerConnection> peers = new();

    /// <summary>Whether a peer of that name is connected now.</summary>
    internal bool Knows(RoutingId peer) => peers.ContainsKey(peer);

    /// <summary>Sends a message to a peer; it is lost when the peer has gone.</summary>
    internal void Send(RoutingId peer, byte[][] message)
    {
        if (peers.TryGetValue(peer, out var connection))
        {
            connection.Send(new OutgoingItem(message));
        }
    }

    private protected override void OnJoined(PeerConnection peer) => peers[peer.Id] = peer;

    private protected override void OnLeft(PeerConnection peer) => peers.TryRemove(KeyValuePair.Create(peer.Id, peer));

    private protected override void OnMessage(PeerConnection peer, byte[][] message) => onMessage(peer.Id, message);
}
