namespace Notebooks.Jupyter.Wire;

/// <summary>
/// The 64 bytes that open a connection (RFC 23/ZMTP, section "The Greeting"): signature, version, security mechanism.
/// This side announces 3.0, so that peers of later versions use nothing that came after it.
/// </summary>
internal static class Greeting
{
    internal const int Length = 64;
    private const int VersionAt = 10;
    private const int MechanismAt = 12;
    private const int MechanismLength = 20;

    /// <summary>What this side sends.</summary>
    internal static byte[] Create()
    {
        byte[] greeting = new byte[Length];
        greeting[0] = 0xff;
        greeting[8] = 0x01;
        greeting[9] = 0x7f;
        greeting[VersionAt] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismAt));
        return greeting;
    }

    /// <exception cref="WireException">The peer speaks something else, an older version, or wants security.</exception>
    internal static void Check(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xff || (greeting[9] & 1) == 0)
        {
            throw new WireException("the peer does not speak ZMTP");
        }

        if (greeting[VersionAt] < 3)
        {
            throw new WireException($"the peer speaks ZMTP {greeting[VersionAt]}, and 3 is the oldest understood");
        }

        var mechanism = greeting.Slice(MechanismAt, MechanismLength);
        if (!mechanism.StartsWith("NULL"u8) || mechanism[4..].ContainsAnyExcept((byte)0))
        {
            throw new WireException("the peer asks for a security mechanism other than NULL");
        }
    }
}
