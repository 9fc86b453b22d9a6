namespace Course.Data;

/// <summary>A drum kit: what one maker recorded or synthesised.</summary>
/// <param name="Name">Its short name, for example "black-pearl".</param>
/// <param name="Title">The name its maker gave it, for example "The Black Pearl 1.0".</param>
/// <param name="Origin">Whether it was recorded, synthesised or put together.</param>
/// <param name="Family">Kits of one family share drums or recordings, so a split keeps them together.</param>
/// <param name="Maker">Who made it.</param>
/// <param name="Licence">Its licence by its SPDX name, for example "CC-BY-3.0".</param>
public sealed record DrumKit(string Name, string Title, DrumOrigin Origin, string Family, string Maker, string Licence)
{
    /// <summary>"black-pearl (acoustic, Glen MacArthur)".</summary>
    public override string ToString() => $"{Name} ({Origin.ToString().ToLowerInvariant()}, {Maker})";
}
