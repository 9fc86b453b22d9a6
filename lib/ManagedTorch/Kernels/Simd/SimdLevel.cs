namespace ManagedTorch.Kernels;

/// <summary>The instruction sets the kernels are compiled for, from narrowest to widest.</summary>
internal enum SimdLevel
{
    Scalar,
    Vector128,
    Avx2,
    Avx512,
}
