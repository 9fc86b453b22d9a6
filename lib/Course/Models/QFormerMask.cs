// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The three masks of stage 1 over Q queries, then T text tokens: (Q + T, Q + T), true = the row may look at the column.</summary>
public static class QFormerMask
{
    /// <summary>Contrast: queries and text do not see each other.</summary>
    public static Tensor Contrast(long queries, long texts) => Make(queries, texts, (row, column) => row < queries == column < queries);

    /// <summary>Matching: all see all.</summary>
    public static Tensor Match(long queries, long texts) => Make(queries, texts, (_, _) => true);

    /// <summary>Generation: queries see queries alone, a token sees the queries and no later token.</summary>
    public static Tensor Generate(long queries, long texts) =>
        Make(queries, texts, (row, column) => column < queries || (row >= queries && column <= row));

    /// <summary>A mask without the padding of each text: (B, 1, Q + T, Q + T).</summary>
    /// <param name="mask">(Q + T, Q + T).</param>
    /// <param name="real">What belongs to the texts, (B, T); see <see cref="LanguageLoss.Real"/>.</param>
    public static Tensor WithoutPadding(Tensor mask, Tensor real)
    {
        var queries = mask.shape[0] - real.shape[1];
        var seen = cat(new[] { ones(real.shape[0], queries, dtype: ScalarType.Bool, device: real.device), real }, 1);   // (B, Q + T)
        return mask.to(real.device) & seen.unsqueeze(1).unsqueeze(1);
    }

    private static Tensor Make(long queries, long texts, Func<long, long, bool> allowed)
    {
        var size = queries + texts;
        var values = new bool[size, size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                values[row, column] = allowed(row, column);
        return tensor(values);
    }
}
