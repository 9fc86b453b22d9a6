using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Puts the values that a MaxPool1d chose back to where they came from, among zeros.</summary>
public sealed class MaxUnpool1d : ParameterLessModule<Tensor, Tensor, long[]?, Tensor>
{
    internal MaxUnpool1d(long kernel_size, long? stride, long? padding) : base(nameof(MaxUnpool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
    }

    /// <summary>The length of the pooling's window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far the pooling's window moved at a time; its own length by default.</summary>
    public long? stride { get; set; }

    /// <summary>What the pooling added at both ends.</summary>
    public long? padding { get; set; }

    /// <summary>See <see cref="forward"/>.</summary>
    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);

    /// <summary>Values and where they were, to a tensor of the pooling's input size; output_size decides where several sizes fit.</summary>
    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        nn.functional.max_unpool1d(tensor, indices, kernel_size, stride, padding, output_size);
}
