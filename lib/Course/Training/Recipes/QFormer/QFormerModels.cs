using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.QFormer;

/// <summary>All that `course train qformer` trains: stage 1, and three bridges to the language model side by side on the same batches.</summary>
public sealed class QFormerModels : nn.Module
{
    private readonly StageOne stage_one;
    private readonly QFormerBridge bridge;
    private readonly QFormerBridge untrained;
    private readonly LinearBridge linear;

    /// <summary>Models of the given sizes, with random weights.</summary>
    public QFormerModels(QFormerSizes sizes) : base(nameof(QFormerModels))
    {
        Sizes = sizes;
        stage_one = new StageOne(sizes.QFormer, sizes.End);
        bridge = new QFormerBridge(sizes.QFormer, sizes.LanguageWidth);
        untrained = new QFormerBridge(sizes.QFormer, sizes.LanguageWidth);
        foreach (TorchSharp.Modules.Parameter parameter in untrained.QFormer.parameters()) parameter.requires_grad_(false);
        linear = new LinearBridge(sizes.QFormer.ImageWidth, sizes.LanguageWidth);
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public QFormerSizes Sizes { get; }

    /// <summary>The Q-Former after stage 1, with the heads of its objectives.</summary>
    public StageOne StageOne => stage_one;

    /// <summary>The Q-Former after stage 2.</summary>
    public QFormerBridge Bridge => bridge;

    /// <summary>A control: a Q-Former that stays as random as it began, with a projection that is trained in stage 2.</summary>
    public QFormerBridge Untrained => untrained;

    /// <summary>A rival: one matrix, trained in stage 2.</summary>
    public LinearBridge Linear => linear;
}
