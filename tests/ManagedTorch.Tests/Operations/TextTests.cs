using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>Tensors as text, laid out as in TorchSharp.</summary>
[Collection(nameof(PrintOptionsCollection))]
public sealed class TextTests
{
    [Fact]
    public void ToString_tells_shape_type_and_device()
    {
        using Tensor x = zeros([2, 3], ScalarType.Float64);
        Assert.Equal("[2x3], type = Float64, device = cpu", x.ToString());
        Assert.Equal(x.ToString(), x.metastr());
        Assert.Equal(x.ToString(), x.ToString(false));
        Assert.Equal(x.ToString(), x.ToString(TorchSharp.TensorStringStyle.Metadata));
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).ToString());
        x.Dispose();
        Assert.Equal("[disposed]", x.ToString());
        Assert.Throws<InvalidOperationException>(() => x.str());
    }

    [Fact]
    public void Julia_writes_one_number_behind_the_metadata() =>
        Assert.Equal("[], type = Float32, device = cpu, value = -0.25", tensor(-0.25f).jlstr());

    [Fact]
    public void Julia_writes_a_row() =>
        Assert.Equal("[3], type = Int64, device = cpu| 0 1 2|", arange(3).jlstr(newLine: "|"));

    [Fact]
    public void Julia_aligns_the_columns_of_a_matrix() =>
        Assert.Equal("[2x3], type = Float32, device = cpu|     1 -2.5 0.125| 1e+06    0     7|",
            tensor(new[] { 1f, -2.5f, 0.125f, 1e6f, 0f, 7f }).reshape(2, 3).str(newLine: "|"));

    [Fact]
    public void Julia_writes_the_matrices_of_a_larger_tensor_one_by_one() => Assert.Equal(
        "[2x1x2x2], type = Int64, device = cpu|[0,0,..,..] =| 0 1| 2 3||[1,0,..,..] =| 4 5| 6 7|",
        arange(8).reshape(2, 1, 2, 2).jlstr(newLine: "|"));

    [Fact]
    public void Julia_shows_as_many_columns_as_fit_the_line()
    {
        using Tensor x = arange(100, 140).reshape(2, 20);
        Assert.Equal("[2x20], type = Int64, device = cpu| 100 101 102 ...| 120 121 122 ...|", x.jlstr(width: 15, newLine: "|"));
        Assert.Equal("[2x20], type = Int64, device = cpu| 100 101 ...| 120 121 ...|", x.jlstr(width: 14, newLine: "|"));
        Assert.Equal("[2x20], type = Int64, device = cpu| ...| ...|", x.jlstr(width: 3, newLine: "|"));
    }

    [Fact]
    public void Julia_shows_the_first_and_last_of_many_rows()
    {
        Assert.Equal("[7x1], type = Int64, device = cpu| 0| 1| 2| ...| 4| 5| 6|", arange(7).reshape(7, 1).jlstr(newLine: "|"));
        string text = zeros(9, 1, 1).jlstr(newLine: "|");
        Assert.Contains("[2,..,..] =| 0|| ...||[6,..,..] =| 0|", text);
        Assert.DoesNotContain("[3,..,..]", text);
    }

    [Fact]
    public void NumPy_nests_brackets()
    {
        Assert.Equal("7", tensor(7).npstr());
        Assert.Equal("[1, 2]", arange(1, 3).npstr());
        Assert.Equal("[[1, 2]| [3, 4]]", arange(1, 5).reshape(2, 2).npstr(newLine: "|"));
        Assert.Equal("[[[0, 1]|  [2, 3]]|| [[4, 5]|  [6, 7]]]", arange(8).reshape(2, 2, 2).npstr(newLine: "|"));
        Assert.Equal("[[[[0]]||  [[1]]]||| [[[2]]||  [[3]]]]", arange(4).reshape(2, 2, 1, 1).npstr(newLine: "|"));
    }

    [Fact]
    public void NumPy_shows_the_first_and_last_of_many()
    {
        Assert.Equal("[0, 1, 2, 3, 4, 5]", arange(6).npstr());
        Assert.Equal("[0, 1, 2, ... 4, 5, 6]", arange(7).npstr());
        Assert.Equal("[[0]| [1]| [2]| ...| [5]| [6]| [7]]", arange(8).reshape(8, 1).npstr(newLine: "|"));
    }

    [Fact]
    public void CSharp_writes_an_array()
    {
        Assert.Equal("[], type = Float32, device = cpu, value = 0.5", tensor(0.5f).cstr());
        Assert.Equal("[2], type = Float64, device = cpu, value = double [] {0.5, -1}", tensor(new[] { 0.5, -1 }).cstr());
        Assert.Equal("[2x1], type = Float32, device = cpu, value = |float [,] {| {1f},| {2f}|}",
            tensor(new[] { 1f, 2f }).reshape(2, 1).cstr(newLine: "|"));
        Assert.Equal("[2x2x1], type = Byte, device = cpu, value = |byte [,,] {| {{0},|  {1}},| {{2},|  {3}}|}",
            arange(4).reshape(2, 2, 1).to(ScalarType.Byte).cstr(newLine: "|"));
        Assert.Equal("[7x1], type = Int64, device = cpu, value = |long [,] {| {0},| {1},| {2},| ...| {4},| {5},| {6}|}",
            arange(7).reshape(7, 1).cstr(newLine: "|"));
        Assert.Equal("[2], type = Bool, device = cpu, value = bool [] {true, false}", tensor(new[] { true, false }).cstr());
    }

    [Theory]
    [InlineData(ScalarType.Byte, "200")]
    [InlineData(ScalarType.Int16, "200")]
    [InlineData(ScalarType.Int32, "200")]
    [InlineData(ScalarType.Int64, "200")]
    [InlineData(ScalarType.Float16, "200.25")]
    [InlineData(ScalarType.BFloat16, "200")]
    [InlineData(ScalarType.Float32, "200.25")]
    [InlineData(ScalarType.Float64, "200.25")]
    [InlineData(ScalarType.Bool, "True")]
    [InlineData(ScalarType.ComplexFloat32, "200.25")]
    public void Every_element_type_has_its_text(ScalarType type, string expected) =>
        Assert.Equal(expected, tensor(200.25).to(type).npstr());

    [Fact]
    public void Complex_numbers_leave_out_parts_that_are_zero()
    {
        using Tensor x = complex(tensor(new[] { 0f, 1, 0, 3, -1 }), tensor(new[] { 0f, 0, 2.5f, -4, 0.5f }));
        Assert.Equal("[0, 1, 2.5i, 3-4i, -1+0.5i]", x.npstr());
    }

    [Fact]
    public void Numbers_that_are_none_have_a_text() =>
        Assert.Equal("[NaN, Infinity, -Infinity]", tensor(new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity }).npstr());

    [Fact]
    public void Format_and_culture_can_be_chosen()
    {
        using Tensor x = tensor(new[] { 0.5f, 1234.5f });
        Assert.Equal("[0.50, 1234.50]", x.npstr("F2"));
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        Assert.Equal("[0,5, 1234,5]", x.npstr(cultureInfo: comma));
        Assert.Equal("[0.1]", tensor(new[] { 0.1f }).npstr("R"));
    }

    [Fact]
    public void Empty_tensors_have_a_text()
    {
        Assert.Equal("[0], type = Float32, device = cpu||", zeros(0).jlstr(newLine: "|"));
        Assert.Equal("[0x3], type = Float32, device = cpu|", zeros(0, 3).jlstr(newLine: "|"));
        Assert.Equal("[]", zeros(0).npstr());
        Assert.Equal("[[]| []]", zeros(2, 0).npstr(newLine: "|"));
        Assert.Equal("[0], type = Float32, device = cpu, value = float [] {}", zeros(0).cstr());
    }

    [Fact]
    public void Views_and_learned_tensors_are_written_as_they_are_seen() =>
        Assert.Equal("[[0, 2]| [1, 3]]", arange(4f).reshape(2, 2).requires_grad_().t().npstr(newLine: "|"));

    [Fact]
    public void A_style_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ones(1).ToString((TorchSharp.TensorStringStyle)99));
}
