namespace Course.Data;

/// <summary>How a game plays a clip.</summary>
public enum ClipPlay
{
    /// <summary>From the first frame to the last, and stops: a blow, a death.</summary>
    Once,

    /// <summary>From the first frame to the last, again and again: running.</summary>
    Looped,

    /// <summary>From the first frame to the last and backwards again: breathing.</summary>
    BackAndForth,
}
