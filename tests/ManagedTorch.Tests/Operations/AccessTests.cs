using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>Elements one by one, numbers and arrays of every type as tensors, limits of types, shapes as values.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Elements_are_read_by_their_number_in_row_major_order()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Equal(4, x.ReadCpuInt64(4));
        Assert.Equal([0L, 3, 1, 4, 2, 5], Enumerable.Range(0, 6).Select(i => x.t().ReadCpuInt64(i)));
        Assert.Equal(2.5f, tensor(new[] { 1f, 2.5f }).ReadCpuSingle(1));
        Assert.Equal(2.5, tensor(2.5).ReadCpuDouble(0));
        Assert.Equal(-7, tensor((short)-7).ReadCpuInt16(0));
        Assert.Equal(-7, tensor((sbyte)-7).ReadCpuSByte(0));
        Assert.Equal(200, tensor((byte)200).ReadCpuByte(0));
        Assert.Equal(-7, tensor(-7).ReadCpuInt32(0));
        Assert.True(tensor(true).ReadCpuBool(0));
        Assert.Equal(1.5f, tensor(1.5f).to(ScalarType.Float16).ReadCpuFloat16(0));
        Assert.Equal(1.5f, tensor(1.5f).to(ScalarType.BFloat16).ReadCpuBFloat16(0));
    }

    [Fact]
    public void An_element_of_another_type_or_beyond_the_end_is_refused()
    {
        Assert.Contains("holds Int64, not Float32", Assert.Throws<ArgumentException>(() => arange(3).ReadCpuSingle(0)).Message);
        Assert.Contains("no element 3", Assert.Throws<ArgumentOutOfRangeException>(() => arange(3).ReadCpuInt64(3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros(0).ReadCpuSingle(0));
    }

    public static TheoryData<string, ScalarType, long[], Func<Tensor>> Made => new()
    {
        { "short", ScalarType.Int16, [], () => tensor((short)3) },
        { "sbyte", ScalarType.Int8, [], () => tensor((sbyte)3) },
        { "Half[]", ScalarType.Float16, [2], () => tensor(new[] { (Half)3, (Half)4 }) },
        { "Half[,]", ScalarType.Float16, [1, 2], () => tensor(new[,] { { (Half)3, (Half)4 } }) },
        { "short[]", ScalarType.Int16, [2], () => tensor(new short[] { 3, 4 }) },
        { "short[] as float", ScalarType.Float32, [2], () => tensor(new short[] { 3, 4 }, ScalarType.Float32) },
        { "short[] with lengths", ScalarType.Int16, [1, 2, 1], () => tensor(new short[] { 3, 4 }, [1, 2, 1]) },
        { "short[,,]", ScalarType.Int16, [1, 1, 2], () => tensor(new short[,,] { { { 3, 4 } } }) },
        { "sbyte[]", ScalarType.Int8, [2], () => tensor(new sbyte[] { 3, 4 }) },
        { "sbyte[,,,]", ScalarType.Int8, [1, 1, 1, 2], () => tensor(new sbyte[,,,] { { { { 3, 4 } } } }) },
        { "list of short", ScalarType.Int16, [2, 1], () => tensor(new List<short> { 3, 4 }, 2, 1) },
        { "memory of sbyte", ScalarType.Int8, [2], () => tensor(new sbyte[] { 3, 4 }.AsMemory(), [2]) },
        { "as_tensor", ScalarType.Int16, [2], () => as_tensor(new short[] { 3, 4 }) },
        { "byte converted", ScalarType.Byte, [], () => (byte)3 },
        { "short[] converted", ScalarType.Int16, [2], () => new short[] { 3, 4 } },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public void Numbers_of_every_type_become_tensors(string name, ScalarType type, long[] shape, Func<Tensor> make)
    {
        var x = make();
        Assert.True(x.dtype == type, name);
        Assert.Equal(shape, x.shape);
        Assert.Equal(shape.Length == 0 ? [3f] : [3, 4], x.to_type(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void Complex_numbers_become_tensors()
    {
        Complex[] numbers = [new(1, 2), new(3, -4)];
        Assert.Equal(numbers, tensor(numbers).data<Complex>().ToArray());
        Assert.Equal([(1f, 2f), (3f, -4f)], tensor(new[] { (1f, 2f), (3f, -4f) }).data<(float, float)>().ToArray());
        Assert.Equal((1f, 2f), tensor(1f, 2f).item<(float, float)>());
        Assert.Equal(new Complex(1, 2), tensor(1.0, 2.0).item<Complex>());
        Assert.Equal(ScalarType.ComplexFloat64, ((Tensor)new Complex(1, 2)).dtype);
        Assert.Equal([2L, 1], tensor(new (float, float)[,] { { (1, 2) }, { (3, 4) } }).shape);
    }

    [Fact]
    public void The_limits_of_a_type_are_those_of_PyTorch()
    {
        Assert.Equal(float.MinValue, finfo(ScalarType.Float32).min);
        Assert.Equal(65504, finfo(ScalarType.Float16).max);
        Assert.Equal(double.MaxValue, finfo(ScalarType.Float64).max);
        Assert.Equal(0.0078125, finfo(ScalarType.BFloat16).eps);
        Assert.Equal(32, finfo().bits);
        Assert.Equal(1.1754943508222875e-38, finfo().tiny);
        Assert.Equal(MathF.BitIncrement(1) - 1.0, finfo().eps);
        Assert.Equal(64, finfo(ScalarType.ComplexFloat64).bits);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => finfo(ScalarType.Int64)).Message);
    }

    [Fact]
    public void Shapes_are_values()
    {
        Size size = new long[] { 2, 3, 4 };
        Assert.True(size == new Size((2L, 3L, 4L)) && size != new Size(2L) && size.Equals(new Size(new[] { 2, 3, 4 })));
        Assert.Equal(size.GetHashCode(), new Size((2L, 3L, 4L)).GetHashCode());
        Assert.Equal([3L, 4], size[1..].Shape);
        Assert.Equal([2L, 3, 4, 5], (size + new Size(5L)).Shape);
        Assert.True(new Size(Array.Empty<long>()).IsScalar && !size.IsScalar);
    }

    [Fact]
    public void A_type_is_given_as_a_function() =>
        Assert.Equal(
            [ScalarType.Bool, ScalarType.Byte, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float32,
                ScalarType.Float64],
            new Func<Tensor, Tensor>[] { BoolTensor, ByteTensor, ShortTensor, IntTensor, LongTensor, FloatTensor, DoubleTensor }
                .Select(type => zeros(2).type(type).dtype));

    [Fact]
    public void A_module_is_stored_in_16_bits()
    {
        var layer = nn.Linear(3, 2);
        Assert.Equal(ScalarType.BFloat16, layer.bfloat16().weight.dtype);
        Assert.Equal(ScalarType.Float16, layer.half().weight.dtype);
        Assert.Contains("cuda", Assert.ThrowsAny<Exception>(() => layer.cuda()).Message, StringComparison.OrdinalIgnoreCase);
    }
}
