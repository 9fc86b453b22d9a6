namespace Course.Data;

/// <summary>Where the sounds of a drum kit come from.</summary>
public enum DrumOrigin
{
    /// <summary>One set of drums and cymbals, recorded in one room.</summary>
    Acoustic,

    /// <summary>Made by a synthesiser.</summary>
    Electronic,

    /// <summary>Recordings of any kind, put together from anywhere.</summary>
    Collected,
}
