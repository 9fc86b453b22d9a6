using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A complex number as a tensor without dimensions.</summary>
        public static implicit operator Tensor((float, float) value) => tensor(value);

        /// <summary>A complex number as a tensor without dimensions.</summary>
        public static implicit operator Tensor(Complex value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor((float, float)[] value) => tensor(value);

        /// <summary>An array as a tensor of one dimension.</summary>
        public static implicit operator Tensor(Complex[] value) => tensor(value);
    }
}
