namespace Notebooks.Jupyter.Wire;

/// <summary>The first byte of a ZMTP frame (RFC 23/ZMTP, section "Framing").</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,

    /// <summary>More frames of the same message follow.</summary>
    More = 1,

    /// <summary>The length takes eight bytes, not one.</summary>
    Long = 2,

    /// <summary>The frame is a command to the socket, not part of a message.</summary>
    Command = 4,
}
