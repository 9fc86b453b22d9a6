using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Runs;

/// <summary>
/// The file from which an interrupted run goes on as if nothing had happened: state, weights, the optimizer's memory and torch's random
/// numbers, with a SHA-256 at the end.
/// </summary>
internal static class CheckpointFile
{
    private const string Magic = "course checkpoint 1\n";

    public static void Save(string path, RunState state, ITrainingTask task)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.ASCII.GetBytes(Magic));
            writer.Write(JsonSerializer.Serialize(state));
            task.Model.save(writer);
            task.Optimizer.save_state_dict(writer);
            using DisposeScope scope = NewDisposeScope();
            writer.Write(get_rng_state().data<byte>().ToArray());
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        AtomicFile.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>The state, with the rest of the file still to be read by <see cref="Restore"/>.</summary>
    /// <exception cref="RunException">The file is damaged or no checkpoint.</exception>
    public static (RunState State, BinaryReader Content) Open(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        ReadOnlySpan<byte> magic = Encoding.ASCII.GetBytes(Magic);
        if (!content.AsSpan().StartsWith(magic))
            throw new RunException($"{path} is not a checkpoint of this version of the course; delete it");
        int length = content.Length - SHA256.HashSizeInBytes;
        if (length < magic.Length || !SHA256.HashData(content.AsSpan(0, length)).AsSpan().SequenceEqual(content.AsSpan(length)))
            throw new RunException($"{path} is damaged: its content does not fit its checksum; delete it and start anew");
        var reader = new BinaryReader(new MemoryStream(content, magic.Length, length - magic.Length));
        return (JsonSerializer.Deserialize<RunState>(reader.ReadString())!, reader);
    }

    /// <summary>Gives the task and torch's random numbers the values they had.</summary>
    public static void Restore(BinaryReader rest, ITrainingTask task)
    {
        task.Model.load(rest);
        task.Optimizer.load_state_dict(rest);
        using DisposeScope scope = NewDisposeScope();
        Stream stream = rest.BaseStream;
        set_rng_state(tensor(rest.ReadBytes((int)(stream.Length - stream.Position))));
    }
}
