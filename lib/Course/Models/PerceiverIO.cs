// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Perceiver IO: an input (B, M, C) to one answer for each query, (B, O, K). Jaegle et al. 2022, section 3. The queries are learned, or
/// given to <see cref="Decode"/>.
/// </summary>
public sealed class PerceiverIO : nn.Module<Tensor, Tensor>
{
    private readonly PerceiverEncoder encoder;
    private readonly Parameter queries;
    private readonly CrossAttentionBlock decoder;
    private readonly Linear head;

    /// <summary>A model with random weights from torch's generator.</summary>
    /// <param name="inputWidth">C, the numbers of an element of the input, its place included.</param>
    /// <param name="config">The sizes of the encoder.</param>
    /// <param name="outputs">K, the numbers of an answer.</param>
    /// <param name="queryCount">O, the learned queries.</param>
    /// <param name="queryWidth">E, the numbers of a query; the latents' width unless given.</param>
    public PerceiverIO(long inputWidth, PerceiverConfig config, long outputs, long queryCount = 1, long? queryWidth = null)
        : base(nameof(PerceiverIO))
    {
        var width = queryWidth ?? config.Width;
        encoder = new PerceiverEncoder(inputWidth, config);
        queries = new Parameter(nn.init.trunc_normal_(empty(queryCount, width), 0, 0.02, -2, 2));
        decoder = new CrossAttentionBlock(width, config.Width);
        head = nn.Linear(width, outputs);
        RegisterComponents();
    }

    /// <summary>The part that reads the input.</summary>
    public PerceiverEncoder Encoder => encoder;

    /// <summary>The learned queries, (O, E).</summary>
    public Parameter Queries => queries;

    /// <inheritdoc/>
    public override Tensor forward(Tensor inputs) => forward(inputs, null);

    /// <summary>The learned queries' answers, (B, O, K), on inputs of different lengths.</summary>
    /// <param name="inputs">(B, M, C).</param>
    /// <param name="present">True where there is an element and no padding, (B, M).</param>
    public Tensor forward(Tensor inputs, Tensor? present) => Decode(encoder.forward(inputs, present), queries);

    /// <summary>The answers of latents (B, N, D) to queries (O, E), or to (B, O, E), others for each member: (B, O, K).</summary>
    public Tensor Decode(Tensor latents, Tensor asked)
    {
        var y = asked.dim() == 2 ? asked.expand(latents.shape[0], -1, -1) : asked;     // (B, O, E)
        return head.call(decoder.call(y, latents));                                    // (B, O, K)
    }
}
