using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using static TorchSharp.torch.nn.utils.rnn;

namespace ManagedTorch.Tests.Operations;

/// <summary>What sampling, unpooling, packing and their like say about wrong arguments.</summary>
public sealed class SpatialErrorTests
{
    public static TheoryData<string, Action> Wrong => new()
    {
        { "conv_transpose3d: shapes (1, 2, 3, 3, 3) and (3, 1, 2, 2, 2)", () => conv_transpose3d(zeros([1, 2, 3, 3, 3]), zeros([3, 1, 2,
            2, 2])) },
        { "output_padding 2 must be smaller", () => conv_transpose3d(zeros([1, 2, 3, 3, 3]), zeros([2, 1, 2, 2, 2]), output_padding: [2,
            0, 0]) },
        { "the result would have length 0", () => conv_transpose3d(zeros([1, 1, 1, 3, 3]), zeros([1, 1, 2, 2, 2]), padding: [1, 0, 0]) },
        { "grid_sample: shapes (1, 2, 3, 3) and (1, 4, 4, 3)", () => grid_sample(zeros(1, 2, 3, 3), zeros(1, 4, 4, 3)) },
        { "grid_sample: the element types Float32 and Float64 differ", () => grid_sample(zeros(1, 2, 3, 3), zeros([1, 4, 4, 2],
            ScalarType.Float64)) },
        { "there is no place to sample from", () => grid_sample(zeros(1, 2, 0, 3), zeros(1, 4, 4, 2)) },
        { "affine_grid: size must be (N, C, H, W)", () => affine_grid(zeros(1, 2, 3), [1, 2, 3]) },
        { "affine_grid: shapes (1, 2, 3) and (2, 1, 4, 4)", () => affine_grid(zeros(1, 2, 3), [2, 1, 4, 4]) },
        { "max_unpool2d: shapes (1, 1, 2, 2) and (1, 1, 2, 1)", () => max_unpool2d(zeros(1, 1, 2, 2), zeros([1, 1, 2, 1],
            ScalarType.Int64), [2]) },
        { "max_unpool2d: the indices must be Int64, not Int32", () => max_unpool2d(zeros(1, 1, 2, 2), zeros([1, 1, 2, 2],
            ScalarType.Int32), [2]) },
        { "an index lies outside of (4, 4)", () => max_unpool2d(zeros(1, 1, 2, 2), full([1, 1, 2, 2], 16, ScalarType.Int64), [2]) },
        { "gets a length near 4, not 9", () => max_unpool2d(zeros(1, 1, 2, 2), zeros([1, 1, 2, 2], ScalarType.Int64), [2],
            output_size: [9, 4]) },
        { "lp_pool1d: the norm needs p above 0, not 0", () => lp_pool1d(ones(1, 1, 4), 0, 2) },
        { "local_response_norm: shape (2, 3) does not fit", () => local_response_norm(zeros(2, 3), 2) },
        { "local_response_norm: there is no window of 0 channels", () => local_response_norm(zeros(1, 2, 3), 0) },
        { "alpha_dropout: the probability must be in [0, 1], not 2", () => alpha_dropout(zeros(3), 2) },
        { "feature_alpha_dropout: shape (3,) does not fit", () => feature_alpha_dropout(zeros(3), 0.5, true) },
        { "AlphaDropout: expects 0 <= p <= 1, got p = -1", () => nn.AlphaDropout(-1) },
        { "the longest sequence must come first", () => pack_padded_sequence(zeros(3, 2), tensor(new long[] { 1, 3 })) },
        { "with N lengths from 1 to L", () => pack_padded_sequence(zeros(3, 2), tensor(new long[] { 4, 3 })) },
        { "with N lengths from 1 to L", () => pack_padded_sequence(zeros(3, 2), tensor(new long[] { 3, 0 })) },
        { "rnn: lengths are an Int64 vector, got Float32", () => pack_padded_sequence(zeros(3, 2), ones(2)) },
        { "pad_sequence: expects at least one sequence", () => pad_sequence([]) },
        { "total_length = 2 is shorter than the longest sequence, 3", () => pad_packed_sequence(pack_sequence([zeros(3)]),
            total_length: 2) },
        { "GRU: expects packed vectors of 4 elements", () => nn.GRU(4, 2).call(pack_sequence([zeros(3, 2)])) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_argument_is_named(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<Exception>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void A_packed_sequence_leaves_its_scope_and_is_disposed_as_one()
    {
        PackedSequence packed;
        using (NewDisposeScope())
            packed = pack_sequence([zeros(2, 3), zeros(1, 3)], enforce_sorted: false).MoveToOuterDisposeScope();
        Assert.Equal([3L, 3], packed.data.shape);
        Assert.False(packed.sorted_indices!.IsInvalid);
        packed.Dispose();
        Assert.True(packed.data.IsInvalid && packed.batch_sizes.IsInvalid && packed.sorted_indices.IsInvalid
            && packed.unsorted_indices!.IsInvalid);
    }
}
