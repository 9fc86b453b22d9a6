using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What the transposed convolutions share. With stride 2 they double the lengths; an output_size picks one of the lengths that a
/// convolution of the same options would shrink to the input's.
/// </summary>
public abstract class ConvolutionTranspose : Convolution
{
    /// <summary>For subclasses.</summary>
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding,
        Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias,
        PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups,
            bias, padding_mode, device, dtype)
    {
    }

    /// <summary>The result has these lengths, with or without batch and channels; null for the shortest plus output_padding.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>The result has the shortest lengths plus output_padding.</summary>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>What to add to the shortest lengths to get the wanted ones.</summary>
    /// <exception cref="ArgumentException">A length is out of reach.</exception>
    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long num_spatial_dims)
    {
        if (!ValidateShape(input, num_spatial_dims))
        {
            throw new ArgumentException($"{GetName()}: expects {num_spatial_dims} dimensions of places after {in_channels} channels, "
                + $"got [{string.Join(", ", input.shape)}]");
        }
        if (output_size is null)
        {
            return output_padding;
        }
        int count = (int)num_spatial_dims;
        if (output_size.Length < count)
        {
            throw new ArgumentException($"{GetName()}: output_size needs {count} lengths, got [{string.Join(", ", output_size)}]");
        }
        long[] extra = new long[count];
        for (int d = 0; d < count; d++)
        {
            long shortest = ((input.shape[^(count - d)] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            extra[d] = output_size[^(count - d)] - shortest;
            if (extra[d] < 0 || extra[d] >= stride[d])
            {
                throw new ArgumentException($"{GetName()}: dimension {d} can get lengths {shortest} to {shortest + stride[d] - 1}, "
                    + $"not {output_size[^(count - d)]}");
            }
        }
        return extra;
    }
}
