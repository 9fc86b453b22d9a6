namespace Bench.Workloads;

/// <summary>Floating-point operations of forward passes, a multiply-add counted as two.</summary>
internal static class Cost
{
    /// <summary>Blocks on (B, N, D): the projections and a feed-forward network of 4 D, and attention of all pairs.</summary>
    public static double Blocks(double batch, double tokens, double width, double depth) =>
        depth * batch * tokens * ((24 * width * width) + (4 * tokens * width));

    /// <summary>A linear layer on a number of rows.</summary>
    public static double Linear(double rows, double inputs, double outputs) => 2 * rows * inputs * outputs;

    /// <summary>A ViT on B square pictures of three channels.</summary>
    public static double Vit(double batch, double image, double patch, double width, double depth, double outputs)
    {
        var patches = image / patch * (image / patch);
        return Linear(batch * patches, 3 * patch * patch, width) + Blocks(batch, patches + 1, width, depth) + Linear(batch, width, outputs);
    }
}
