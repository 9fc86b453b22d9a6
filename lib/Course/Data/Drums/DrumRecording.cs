namespace Course.Data;

/// <summary>Where a sample is in the WAV file of its kit.</summary>
/// <param name="Sample">What is heard.</param>
/// <param name="Start">The first sample of the file that belongs to it.</param>
/// <param name="Length">How many belong to it.</param>
internal sealed record DrumRecording(DrumSample Sample, int Start, int Length);
