namespace Cli.FrontDoor;

/// <summary>A file of the front door as it should be.</summary>
/// <param name="Path">Its path below the course's folder, with forward slashes.</param>
/// <param name="Content">What it should hold.</param>
internal sealed record FrontDoorFile(string Path, byte[] Content);
