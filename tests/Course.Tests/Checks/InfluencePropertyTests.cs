using Course.Checks;
using Course.Models;
using Course.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Course.Tests.Checks;

/// <summary>Of any random mask, sequence and permutation, the influence matrix says what was built.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class InfluencePropertyTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(25);

    private static readonly Arbitrary<(bool[] Allowed, int Positions)> Masks = (
        from positions in Gen.Choose(1, 7)
        from allowed in Gen.Elements(true, false).ArrayOf(positions * positions)
        select (allowed, positions)).ToArbitrary();

    [Fact]
    public void Any_sparse_matrix_is_found_again() => Prop.ForAll(Masks, mask =>
    {
        using var scope = NewDisposeScope();
        Tensor weights = MaskOf(mask) * (rand(mask.Positions, mask.Positions) + 0.5);
        return Influence.Of(x => matmul(weights, x), randn(2, mask.Positions, 3)).Matches((m, n) => Allows(mask, m, n));
    }).Check(Few);

    [Fact]
    public void Any_attention_mask_is_found_again() => Prop.ForAll(Masks, mask =>
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var attention = new SelfAttention(width: 8, heads: 2);
        // A token that may attend to nothing would get NaN; each may attend to itself.
        Tensor allowed = MaskOf(mask).to(ScalarType.Bool) | eye(mask.Positions, dtype: ScalarType.Bool);
        return Influence.Of(x => attention.forward(x, allowed), randn(2, mask.Positions, 8))
            .Matches((m, n) => m == n || Allows(mask, m, n));
    }).Check(Few);

    [Fact]
    public void Of_one_function_after_another_the_influences_join() => Prop.ForAll(Masks, Masks, (first, second) =>
    {
        using var scope = NewDisposeScope();
        int positions = Math.Min(first.Positions, second.Positions);
        Tensor a = MaskOf(first)[..positions, ..positions], b = MaskOf(second)[..positions, ..positions];
        Tensor paths = matmul(b, a);
        return Influence.Of(x => matmul(b, matmul(a, x)), randn(1, positions, 2))
            .Matches((m, n) => paths[m, n].item<float>() > 0);
    }).Check(Few);

    [Fact]
    public void Batch_items_keep_to_themselves_in_any_model_of_the_course() => Prop.ForAll(
        Gen.Choose(2, 5).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (batch, positions) =>
        {
            using var scope = NewDisposeScope();
            using var block = new TransformerBlock(width: 8, heads: 2);
            return Influence.AcrossBatch(block.call, randn(batch, positions, 8)).Matches((m, n) => m == n);
        }).Check(Few);

    [Fact]
    public void Blocks_say_what_their_entries_say() => Prop.ForAll(Masks, Gen.Choose(0, 6).Two().Two().ToArbitrary(), (mask, corners) =>
    {
        using var scope = NewDisposeScope();
        Tensor weights = MaskOf(mask);
        InfluenceMatrix influence = Influence.Of(x => matmul(weights, x), randn(1, mask.Positions, 2));
        Range outputs = Within(corners.Item1, mask.Positions), inputs = Within(corners.Item2, mask.Positions);
        bool[] entries =
        [
            .. from m in Enumerable.Range(0, mask.Positions).Take(outputs)
               from n in Enumerable.Range(0, mask.Positions).Take(inputs)
               select influence[m, n],
        ];
        return influence.Any(outputs, inputs) == entries.Any(e => e) && influence.All(outputs, inputs) == entries.All(e => e);
    }).Check(Few);

    private static Tensor MaskOf((bool[] Allowed, int Positions) mask) =>
        tensor(mask.Allowed).view(mask.Positions, mask.Positions).to(ScalarType.Float32);

    private static bool Allows((bool[] Allowed, int Positions) mask, int m, int n) => mask.Allowed[(m * mask.Positions) + n];

    private static Range Within((int, int) corners, int count)
    {
        int a = corners.Item1 % count, b = corners.Item2 % count;
        return Math.Min(a, b)..(Math.Max(a, b) + 1);
    }
}
