// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Questions of several modalities as one batch.</summary>
/// <param name="Values">(B, M, E): a vector for each modality, zeros where it is missing.</param>
/// <param name="Present">(B, M): false where it is missing.</param>
/// <param name="Labels">The right answers, (B).</param>
public sealed record MultimodalBatch(Tensor Values, Tensor Present, Tensor Labels)
{
    /// <summary>The collate function: items to a batch.</summary>
    /// <exception cref="ArgumentException">There are no items, they differ in their modalities, or one has none at all.</exception>
    public static MultimodalBatch Collate(IReadOnlyList<MultimodalItem> items)
    {
        if (items.Count == 0 || items.Any(item => item.Parts.Count != items[0].Parts.Count))
            throw new ArgumentException("A batch needs items that all have the same number of modalities.", nameof(items));
        if (items.FirstOrDefault(item => item.Parts.All(part => part is null)) is not null)
            throw new ArgumentException("An item without any modality says nothing; leave it out of the batch.", nameof(items));
        var like = items.SelectMany(item => item.Parts).First(part => part is not null)!;
        var nothing = zeros_like(like);
        var values = stack(items.Select(item => stack(item.Parts.Select(part => part ?? nothing).ToArray())).ToArray());     // (B, M, E)
        var present = items.SelectMany(item => item.Parts.Select(part => part is not null)).ToArray();
        return new MultimodalBatch(
            values,
            tensor(present).view(items.Count, -1).to(like.device),                                                     // (B, M)
            tensor(items.Select(item => item.Label).ToArray()).to(like.device));
    }

    /// <summary>The batch with modality <paramref name="m"/> taken away from every item.</summary>
    public MultimodalBatch Without(int m)
    {
        var kept = ones_like(Present);
        kept[.., m] = zeros([Present.shape[0]], ScalarType.Bool, device: Present.device);
        return this with { Present = Present.logical_and(kept), Values = Values * kept.unsqueeze(-1) };
    }
}
