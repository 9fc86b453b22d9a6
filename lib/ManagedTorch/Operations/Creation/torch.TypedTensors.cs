namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensor as Bool, for Tensor.type().</summary>
    public static Tensor BoolTensor(Tensor t) => t.to_type(ScalarType.Bool);

    /// <summary>The tensor as Byte, for Tensor.type().</summary>
    public static Tensor ByteTensor(Tensor t) => t.to_type(ScalarType.Byte);

    /// <summary>The tensor as Int16, for Tensor.type().</summary>
    public static Tensor ShortTensor(Tensor t) => t.to_type(ScalarType.Int16);

    /// <summary>The tensor as Int32, for Tensor.type().</summary>
    public static Tensor IntTensor(Tensor t) => t.to_type(ScalarType.Int32);

    /// <summary>The tensor as Int64, for Tensor.type().</summary>
    public static Tensor LongTensor(Tensor t) => t.to_type(ScalarType.Int64);

    /// <summary>The tensor as Float32, for Tensor.type().</summary>
    public static Tensor FloatTensor(Tensor t) => t.to_type(ScalarType.Float32);

    /// <summary>The tensor as Float64, for Tensor.type().</summary>
    public static Tensor DoubleTensor(Tensor t) => t.to_type(ScalarType.Float64);

    public unsafe partial class Tensor
    {
        /// <summary>The tensor in another element type: x.type(FloatTensor).</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);
    }
}
