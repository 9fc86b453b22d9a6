using ManagedTorch.Tests.Parity.Cases;

namespace ManagedTorch.Tests.Parity;

/// <summary>All groups of cases.</summary>
internal static class ParityCatalog
{
    public static IReadOnlyList<ParityGroup> Groups { get; } =
    [
        ElementwiseCases.Create(),
        PromotionCases.Create(),
        ReductionCases.Create(),
        ProductCases.Create(),
        NormalizationCases.Create(),
        LossCases.Create(),
        AttentionCases.Create(),
        PictureCases.Create(),
        ViewCases.Create(),
        IndexingCases.Create(),
        ModelCases.Create(),
        FurtherCases.Create(),
        ActivationCases.Create(),
        Modules2Cases.Create(),
        BreadthCases.Create(),
        LayerCases.Create(),
        SequenceCases.Create(),
        FourierCases.Create(),
        RandomCases.Create(),
        SpecialCases.Create(),
        StatisticsCases.Create(),
        SpatialCases.Create(),
        DecompositionCases.Create(),
        RemainingCases.Create(),
    ];
}
