namespace Course.Data;

/// <summary>How the picture of a stamp was made.</summary>
public enum StampKind
{
    /// <summary>A photograph cut out of its background, or a picture that looks like one.</summary>
    Photograph,

    /// <summary>A drawing.</summary>
    Drawing,
}
