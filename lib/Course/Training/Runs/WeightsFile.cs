using Course.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Runs;

/// <summary>
/// The weights of a finished run: a safetensors file of 16-bit floats, as published checkpoints have them. It takes half the space of the
/// 32-bit floats that the model is trained with.
/// </summary>
internal static class WeightsFile
{
    /// <summary>The file's name in a run's folder.</summary>
    internal const string Name = "model.safetensors";

    /// <summary>Rounds the weights to what the file can hold, so that the figures of a record are those of the stored model.</summary>
    internal static void Round(nn.Module model)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        foreach (Tensor value in model.state_dict().Values.Where(value => value.is_floating_point()))
            value.copy_(value.to(ScalarType.Float16));
    }

    /// <summary>The content of the file for a model's weights.</summary>
    internal static byte[] Content(nn.Module model)
    {
        using DisposeScope scope = NewDisposeScope();
        using var content = new MemoryStream();
        SafetensorsWriter.Write(
            content,
            model.state_dict().ToDictionary(
                entry => entry.Key, entry => entry.Value.is_floating_point() ? entry.Value.to(ScalarType.Float16) : entry.Value),
            metadata: null);
        return content.ToArray();
    }

    /// <summary>Reads a run's weights into a model of 32-bit floats.</summary>
    /// <exception cref="ArgumentException">The file is of a model of other sizes.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal static void LoadInto(nn.Module model, string folder) => Safetensors.LoadInto(model, Path.Combine(folder, Name));
}
