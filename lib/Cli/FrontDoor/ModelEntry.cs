using static TorchSharp.torch;

namespace Cli.FrontDoor;

/// <summary>A model of the course, at one of its small sizes.</summary>
/// <param name="Name">What the papers call it.</param>
/// <param name="Reads">What one item of its input is, in words.</param>
/// <param name="Model">The model.</param>
/// <param name="Forward">Runs it on a batch of one and returns what it gives.</param>
/// <param name="Meets">Where its modalities meet, in words.</param>
/// <param name="Loss">What it is trained with.</param>
internal sealed record ModelEntry(
    string Name, string Reads, nn.Module Model, Func<IReadOnlyList<Tensor>> Forward, string Meets, string Loss);
