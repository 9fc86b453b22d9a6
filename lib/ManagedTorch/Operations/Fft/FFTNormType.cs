namespace TorchSharp;

/// <summary>Which of the two transforms of length n divides: the inverse by n, the forward one by n, or both by √n.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,
    Ortho = 2,
}
