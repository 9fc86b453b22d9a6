using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Deals the channels of groups out anew (Zhang et al. 2018).</summary>
public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

    /// <summary>The number of groups that the channels come in.</summary>
    public long groups { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => tensor.channel_shuffle(groups);
}
