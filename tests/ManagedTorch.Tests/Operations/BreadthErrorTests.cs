using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>What the less common operations say of input that does not fit, and creation from spans, lists and memory.</summary>
public sealed class BreadthErrorTests
{
    private static readonly Dictionary<string, (Action Call, string Says)> Mistakes = new()
    {
        ["bits of floats"] = (() => ones(2).bitwise_and(ones(2)), "bitwise_and: it takes integers or truth values, not Float32 and Float32"),
        ["not of floats"] = (() => ones(2).bitwise_not(), "bitwise_not"),
        ["gcd of floats"] = (() => ones(2).gcd(ones(2)), "gcd: it takes whole numbers"),
        ["fmod by zero"] = (() => fmod(tensor(new long[] { 1 }), tensor(new long[] { 0 })), "fmod: an integer is divided by zero"),
        ["clamp without limits"] = (() => ones(2).clamp((Tensor?)null, null), "clamp: at least one of min and max"),
        ["rows of other lengths"] = (() => cdist(ones(2, 3), ones(2, 4)), "cdist: shapes (2, 3) and (2, 4)"),
        ["inner lengths"] = (() => tensordot(ones(2, 3), ones(4, 2), 1), "tensordot: shapes (2, 3) and (4, 2)"),
        ["no square"] = (() => linalg.inv(ones(2, 3)), "inv: shape (2, 3) does not fit: it takes square matrices"),
        ["singular"] = (() => linalg.inv(ones(2, 2)), "inv: matrix 0 is singular"),
        ["singular in a batch"] = (() => linalg.solve(stack([eye(2), ones(2, 2)]), ones(2, 2, 1)), "solve: matrix 1 is singular"),
        ["integers"] = (() => linalg.det(ones(2, 2, ScalarType.Int64)), "det: the elements must be floats, not Int64"),
        ["not positive"] = (() => linalg.cholesky(-eye(2)), "cholesky: the matrix is not positive definite"),
        ["not a number"] = (() => linalg.svd(full(2, 2, double.NaN)), "svd: matrix 0 has an element that is infinite or not a number"),
        ["k too large"] = (() => ones(3).kthvalue(4, 0), "kthvalue: shape (3,) does not fit: there is no 4-th element"),
        ["uneven pieces"] = (() => ones(2, 5).hsplit(2), "hsplit: shape (2, 5) does not fit: dimension 1 does not divide into 2 equal pieces"),
        ["outside the buffer"] = (() => ones(4).as_strided([3], [2]), "as_strided"),
        ["take outside"] = (() => ones(4).take(tensor(new long[] { 4 })), "take: a position is outside the 4 elements"),
        ["other shape of the part"] = (() => ones(3, 4).select_scatter(ones(4), 1, 0), "select_scatter: shapes (3,) and (4,)"),
        ["too few values"] = (() => ones(3).masked_scatter(ones(3) > 0, ones(2)), "masked_scatter"),
        ["gradient of wide QR"] = (() => linalg.qr(ones(2, 3, requires_grad: true)).Q.sum().backward(), "qr: the gradient is known for"),
        ["gradient of full SVD"] = (() => linalg.svd(rand(3, 2, requires_grad: true)).U.sum().backward(), "use fullMatrices: false"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistakes_are_named(string name)
    {
        var (call, says) = Mistakes[name];
        Assert.Contains(says, Assert.ThrowsAny<Exception>(call).Message);
    }

    [Fact]
    public void Elements_come_from_lists_and_memory()
    {
        var numbers = new List<float> { 1, 2, 3, 4, 5, 6 };
        Assert.Equal([2, 3], tensor(numbers, 2, 3).shape);
        Assert.Equal(6f, tensor(numbers, 3, 2)[2, 1].item<float>());
        var memory = numbers.ToArray().AsMemory();
        var copy = tensor(memory, [3, 2]);
        memory.Span[0] = 9;
        Assert.Equal(1f, copy[0, 0].item<float>());
        Assert.Equal(ScalarType.Int64, as_tensor(numbers, ScalarType.Int64).dtype);
        Assert.Throws<ArgumentException>(() => tensor(numbers, 2, 2));
    }

    [Fact]
    public void New_tensors_keep_the_type()
    {
        var x = zeros([2], ScalarType.Int32);
        Assert.Equal(ScalarType.Int32, x.new_ones(2, 3).dtype);
        Assert.Equal([2, 3, 4], x.new_zeros(2, 3, 4).shape);
        Assert.Equal(7, x.new_full(2, 2, 7)[1, 1].item<int>());
        Assert.True(x.randint_like(3, 5).ge(3).all().item<bool>());
    }

    [Fact]
    public void Empty_matrices_have_the_determinant_of_nothing()
    {
        Assert.Equal(1f, linalg.det(empty(0, 0)).item<float>());
        Assert.Equal([3, 0, 0], linalg.inv(empty(3, 0, 0)).shape);
        Assert.Equal([0, 2, 2], linalg.inv(empty(0, 2, 2)).shape);
        Assert.Equal([0, 4], cdist(empty(0, 3), ones(4, 3)).shape);
    }

    [Fact]
    public void Comparisons_in_place_stop_the_gradient()
    {
        var x = tensor(new float[] { 1, 2, 3 }, requires_grad: true);
        var y = x * 1;
        y.gt_(1.5);
        Assert.Equal([0f, 1f, 1f], y.data<float>().ToArray());
        y.sum().backward();
        Assert.Equal([0f, 0f, 0f], x.grad!.data<float>().ToArray());
    }
}
