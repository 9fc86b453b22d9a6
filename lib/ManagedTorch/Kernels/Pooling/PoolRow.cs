using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Access to the inputs that one place of the window sees across a row of outputs.</summary>
internal static unsafe class PoolRow
{
    /// <summary>The inputs x[0], x[stride], ..., count of them, in the first lanes. room takes a vector's floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Load<T>(float* x, long stride, int count, float* room)
        where T : struct, ILanes<T>
    {
        if (stride == 1)
        {
            return T.LoadPartial(x, count);
        }

        if (stride == 2)
        {
            int span = (2 * count) - 1;
            T low = T.LoadPartial(x, Math.Min(T.Count, span));
            T high = span > T.Count ? T.LoadPartial(x + T.Count, span - T.Count) : default;
            return T.EvenLanes(low, high);
        }

        for (int i = 0; i < count; i++)
        {
            room[i] = x[i * stride];
        }

        return T.LoadPartial(room, count);
    }
}
