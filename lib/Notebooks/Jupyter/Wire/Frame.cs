namespace Notebooks.Jupyter.Wire;

/// <summary>One frame as it stood on the wire, without its length.</summary>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    internal bool IsCommand => Flags.HasFlag(FrameFlags.Command);

    internal bool HasMore => Flags.HasFlag(FrameFlags.More);
}
