using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

public sealed class TextTests
{
    [Fact]
    public void A_matrix_is_a_table_under_its_shape() =>
        Assert.Equal("[2x2, type = Float32, device = cpu]\n 1 -2.5\n 0 1e+06\n".TrimEnd(),
            tensor(new[] { 1f, -2.5f, 0f, 1e6f }).reshape(2, 2).str(newLine: "\n"));

    [Fact]
    public void Brackets_nest_as_in_NumPy() =>
        Assert.Equal("[[1, 2],\n [3, 4]]", arange(1, 5).reshape(2, 2).npstr(newLine: "\n"));

    [Fact]
    public void ToString_tells_shape_and_type() =>
        Assert.Equal("[2x3, type = Float64, device = cpu]", zeros([2, 3], ScalarType.Float64).ToString());
}
