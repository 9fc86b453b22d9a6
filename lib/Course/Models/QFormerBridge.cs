// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Stage 2's bridge: the frozen tower's tokens of a picture (B, N, C) through the queries to soft prompts of the language model, (B, Q, W).
/// </summary>
public sealed class QFormerBridge : nn.Module<Tensor, Tensor>
{
    private readonly QFormer qformer;
    private readonly Linear projection;

    /// <summary>A bridge to a language model of width W.</summary>
    public QFormerBridge(QFormerConfig config, long languageWidth) : base(nameof(QFormerBridge))
    {
        qformer = new QFormer(config with { VocabularySize = 0 });
        projection = nn.Linear(config.Width, languageWidth);
        RegisterComponents();
    }

    /// <summary>The Q-Former, without what reads texts.</summary>
    public QFormer QFormer => qformer;

    /// <inheritdoc/>
    public override Tensor forward(Tensor image) => projection.call(qformer.call(image));           // (B, Q, W)

    /// <summary>Takes over what stage 1 has learned about pictures.</summary>
    public void BeginWith(QFormer trained)
    {
        var values = trained.state_dict();
        using var noGrad = no_grad();
        foreach (var (name, value) in qformer.state_dict()) value.copy_(values[name]);
    }
}
