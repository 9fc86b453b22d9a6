namespace ManagedTorch.Kernels;

/// <summary>The planes that hold a result.</summary>
internal readonly unsafe struct FourierResult<T>(T* re, T* im) where T : unmanaged
{
    public void Deconstruct(out T* toRe, out T* toIm)
    {
        toRe = re;
        toIm = im;
    }
}
