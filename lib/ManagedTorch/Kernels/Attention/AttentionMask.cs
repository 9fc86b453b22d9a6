namespace ManagedTorch.Kernels;

/// <summary>Gives the rows of a mask as consecutive floats; a mask with other strides is copied row by row.</summary>
internal unsafe struct AttentionMask(in AttentionProblem p, float* mask, float* buffer)
{
    private readonly int length = p.KeyLength;
    private readonly long rowStride = p.MaskRowStride;
    private readonly long columnStride = p.MaskColumnStride;
    private float* copied;

    /// <summary>The mask of a query row, or null when there is none; valid until the next call.</summary>
    internal float* Row(int row)
    {
        if (mask == null)
        {
            return null;
        }

        float* source = mask + row * rowStride;
        if (columnStride == 1)
        {
            return source;
        }

        if (source != copied)
        {
            for (int i = 0; i < length; i++)
            {
                buffer[i] = source[i * columnStride];
            }

            copied = source;
        }

        return buffer;
    }
}
