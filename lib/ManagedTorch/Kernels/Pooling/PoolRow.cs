using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Access to the inputs that one place of the window sees across a row of outputs.</summary>
internal static unsafe class PoolRow
{
    /// <summary>The n inputs from x on, stride apart, side by side: in room, or in place when they are so already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* Gather(float* x, long stride, long n, float* room)
    {
        if (stride == 1)
        {
            return x;
        }

        for (long i = 0; i < n; i++)
        {
            room[i] = x[i * stride];
        }

        return room;
    }
}
