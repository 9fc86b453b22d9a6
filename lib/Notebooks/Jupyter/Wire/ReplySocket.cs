using System.Net;

namespace Notebooks.Jupyter.Wire;

/// <summary>A REP that sends every request back: the heartbeat.</summary>
internal sealed class ReplySocket(IPEndPoint address, SocketLimits limits, Action<string> log)
    : ServerSocket(SocketType.Reply, address, limits, log)
{
    private protected override void OnMessage(PeerConnection peer, byte[][] message) => peer.Send(new OutgoingItem(message));
}
