namespace Course.Audio.Wav;

/// <summary>
/// The state that encoder and decoder of IMA ADPCM share: the last sample, and a step that grows while the samples move fast and shrinks
/// while they move slowly. A code is a sign and three bits: the difference to the next sample in quarters of the step, rounded down to
/// an odd number of eighths.
/// </summary>
internal struct ImaAdpcmPredictor
{
    /// <summary>How many step sizes there are.</summary>
    public const int Steps = 89;

    private const int Sign = 8;

    /// <summary>Each about 1.1 times the one before it.</summary>
    private static ReadOnlySpan<short> StepSizes =>
    [
        7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143,
        157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552,
        1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487,
        12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
    ];

    private static ReadOnlySpan<sbyte> StepChanges => [-1, -1, -1, -1, 2, 4, 6, 8];

    /// <summary>The last sample, from -32,768 to 32,767.</summary>
    public int Value { get; set; }

    /// <summary>Which of the step sizes is in use, from 0 to 88.</summary>
    public int Step { get; set; }

    /// <summary>The next sample, from its code of four bits.</summary>
    public int Decode(int code)
    {
        int size = StepSizes[Step];
        int difference = size >> 3;
        if ((code & 4) != 0) difference += size;
        if ((code & 2) != 0) difference += size >> 1;
        if ((code & 1) != 0) difference += size >> 2;
        Value = Math.Clamp((code & Sign) == 0 ? Value + difference : Value - difference, short.MinValue, short.MaxValue);
        Step = Math.Clamp(Step + StepChanges[code & 7], 0, Steps - 1);
        return Value;
    }

    /// <summary>The code that comes closest to a sample; afterwards the state is the decoder's.</summary>
    public int Encode(int sample)
    {
        int difference = sample - Value, left = Math.Abs(difference), size = StepSizes[Step];
        int code = difference < 0 ? Sign : 0;
        for (int bit = 4, part = size; bit > 0; bit >>= 1, part >>= 1)
        {
            if (left < part) continue;
            code |= bit;
            left -= part;
        }

        Decode(code);
        return code;
    }

    /// <summary>The smallest step whose size is at least a difference: where to begin, so that the first samples are not lost.</summary>
    public static int StepFor(int difference)
    {
        int step = 0;
        while (step < Steps - 1 && StepSizes[step] < Math.Abs(difference)) step++;
        return step;
    }
}
