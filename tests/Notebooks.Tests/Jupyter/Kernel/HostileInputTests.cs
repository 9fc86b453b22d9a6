using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>Whatever comes in on whichever socket, the next good request is answered.</summary>
[Collection("session")]
public sealed class HostileInputTests(TestKernel kernel) : IClassFixture<TestKernel>, IDisposable
{
    private const int FuzzedFrames = 10_000;

    private readonly TestClient client = kernel.Connect();

    private int[] Ports =>
    [
        kernel.Connection.ShellPort, kernel.Connection.ControlPort, kernel.Connection.StdinPort,
        kernel.Connection.IoPubPort, kernel.Connection.HeartbeatPort,
    ];

    public void Dispose()
    {
        using (client)
        {
            Assert.Equal("2", client.Run("1 + 1").Result);
            string id = client.Send(client.Control, "kernel_info_request", []);
            Assert.Equal("kernel_info_reply", client.Await(id, client.Control).Reply.Type);
        }
    }

    [Fact]
    public void A_message_with_a_wrong_signature_is_never_executed()
    {
        byte[][] forged = new MessageCodec("another key").Encode(
            [], "execute_request", null, new JsonObject { ["code"] = "var forged = 1; System.IO.File.WriteAllText(\"forged\", \"\");" });
        client.Shell.Send(forged);
        Assert.True(kernel.Log.WaitFor("shell message dropped: the signature is wrong"));
        Assert.Equal("False", client.Run("System.IO.File.Exists(\"forged\")").Result);
    }

    [Fact]
    public void A_wrong_delimiter_drops_the_message()
    {
        byte[][] parts = new MessageCodec(TestKernel.Key).Encode([], "kernel_info_request", null, []);
        parts[0] = "<IDS-MSG>"u8.ToArray();
        client.Control.Send(parts);
        Assert.True(kernel.Log.WaitFor("control message dropped: no <IDS|MSG> delimiter"));
    }

    [Fact]
    public void An_unknown_type_is_logged_and_leaves_the_kernel_idle()
    {
        string id = client.Send("make_coffee_request", []);
        Assert.True(kernel.Log.WaitFor("unknown type make_coffee_request"));
        TestMessage status;
        do
        {
            status = new TestMessage(client.IoPub.Receive());
        }
        while (status.ParentId != id || !status.IsStatus("idle"));
    }

    [Fact]
    public void An_oversized_frame_ends_only_its_connection()
    {
        using var socket = new TestSocket(kernel.Connection.ShellPort, "DEALER");
        socket.SendRaw([2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        Assert.True(socket.WaitForEnd());
        Assert.True(kernel.Log.WaitFor("longer than"));
    }

    [Fact]
    public void A_truncated_frame_ends_only_its_connection()
    {
        using (var socket = new TestSocket(kernel.Connection.ControlPort, "DEALER"))
        {
            socket.SendRaw([0, 10, 1, 2, 3]);
        }

        Assert.True(kernel.Log.WaitFor("ROUTER socket: connection closed"));
    }

    [Fact]
    public void A_socket_of_the_wrong_type_is_told_so()
    {
        using var socket = new TestSocket(kernel.Connection.IoPubPort, "DEALER");
        Assert.Equal("ERROR"u8.ToArray(), socket.Receive()[0]);
        Assert.True(socket.WaitForEnd());
    }

    [Fact]
    public void Ten_thousand_fuzzed_frames_on_all_sockets()
    {
        var random = new Random(20261121);
        string[] types = ["DEALER", "DEALER", "DEALER", "SUB", "REQ"];
        int sent = 0;
        while (sent < FuzzedFrames)
        {
            int which = random.Next(Ports.Length);
            using var socket = new TestSocket(Ports[which], types[which]);
            try
            {
                for (int frame = random.Next(1, 200); frame > 0; frame--, sent++)
                {
                    socket.SendRaw(Fuzz(random));
                }
            }
            catch (IOException)
            {
                // The kernel closed the connection, as it should after some of them.
                sent++;
            }
        }
    }

    [Fact]
    public void Random_bytes_in_place_of_a_greeting()
    {
        var random = new Random(7);
        foreach (int port in Ports)
        {
            for (int attempt = 0; attempt < 20; attempt++)
            {
                using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", port);
                byte[] bytes = new byte[random.Next(1, 300)];
                random.NextBytes(bytes);
                socket.GetStream().Write(bytes);
            }
        }
    }

    // From pure noise to a message that is right but for one byte.
    private byte[] Fuzz(Random random)
    {
        byte[] noise = new byte[random.Next(0, 100)];
        random.NextBytes(noise);
        using var bytes = new MemoryStream();
        switch (random.Next(4))
        {
            case 0:
                return noise;
            case 1:
                FrameWriter.WriteMessage(bytes, ["<IDS|MSG>"u8.ToArray(), noise, noise, [], noise, noise]);
                break;
            case 2:
                FrameWriter.WriteCommand(bytes, new Command("READY", noise));
                break;
            default:
                byte[][] parts = new MessageCodec(TestKernel.Key).Encode(
                    [], "execute_request", null, new JsonObject { ["code"] = "Environment.Exit(7);" });
                byte[] broken = parts[random.Next(2, parts.Length)];
                broken[random.Next(broken.Length)] ^= (byte)random.Next(1, 256);
                FrameWriter.WriteMessage(bytes, parts);
                break;
        }

        return bytes.ToArray();
    }
}
