using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add((Scalar)right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, int right) => left.add((Scalar)right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, long right) => left.add((Scalar)right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, float right) => left.add((Scalar)right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Tensor left, double right) => left.add((Scalar)right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Arithmetics.FromNumber(left, right).add(right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(int left, Tensor right) => Arithmetics.FromNumber(left, right).add(right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(long left, Tensor right) => Arithmetics.FromNumber(left, right).add(right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(float left, Tensor right) => Arithmetics.FromNumber(left, right).add(right);

        /// <summary>Sum of elements, broadcast.</summary>
        public static Tensor operator +(double left, Tensor right) => Arithmetics.FromNumber(left, right).add(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub((Scalar)right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, int right) => left.sub((Scalar)right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, long right) => left.sub((Scalar)right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, float right) => left.sub((Scalar)right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Tensor left, double right) => left.sub((Scalar)right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Arithmetics.FromNumber(left, right).sub(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(int left, Tensor right) => Arithmetics.FromNumber(left, right).sub(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(long left, Tensor right) => Arithmetics.FromNumber(left, right).sub(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(float left, Tensor right) => Arithmetics.FromNumber(left, right).sub(right);

        /// <summary>Difference of elements, broadcast.</summary>
        public static Tensor operator -(double left, Tensor right) => Arithmetics.FromNumber(left, right).sub(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul((Scalar)right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, int right) => left.mul((Scalar)right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, long right) => left.mul((Scalar)right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, float right) => left.mul((Scalar)right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Tensor left, double right) => left.mul((Scalar)right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Arithmetics.FromNumber(left, right).mul(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(int left, Tensor right) => Arithmetics.FromNumber(left, right).mul(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(long left, Tensor right) => Arithmetics.FromNumber(left, right).mul(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(float left, Tensor right) => Arithmetics.FromNumber(left, right).mul(right);

        /// <summary>Product of elements, broadcast.</summary>
        public static Tensor operator *(double left, Tensor right) => Arithmetics.FromNumber(left, right).mul(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div((Scalar)right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, int right) => left.div((Scalar)right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, long right) => left.div((Scalar)right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, float right) => left.div((Scalar)right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Tensor left, double right) => left.div((Scalar)right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Arithmetics.FromNumber(left, right).div(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(int left, Tensor right) => Arithmetics.FromNumber(left, right).div(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(long left, Tensor right) => Arithmetics.FromNumber(left, right).div(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(float left, Tensor right) => Arithmetics.FromNumber(left, right).div(right);

        /// <summary>Quotient of elements, broadcast; a float even for integers.</summary>
        public static Tensor operator /(double left, Tensor right) => Arithmetics.FromNumber(left, right).div(right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder((Scalar)right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => left.remainder((Scalar)right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => left.remainder((Scalar)right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => left.remainder((Scalar)right);

        /// <summary>Remainder of elements with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => left.remainder((Scalar)right);

        /// <summary>The negative of each element.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>True where the elements are equal.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary>True where the elements are equal.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>True where the elements are equal.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>True where the elements are different.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary>True where the elements are different.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>True where the elements are different.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>True where the elements are smaller on the left.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary>True where the elements are smaller on the left.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>True where the elements are smaller on the left.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>True where the elements are not larger on the left.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary>True where the elements are not larger on the left.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>True where the elements are not larger on the left.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>True where the elements are larger on the left.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary>True where the elements are larger on the left.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>True where the elements are larger on the left.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>True where the elements are not smaller on the left.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary>True where the elements are not smaller on the left.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>True where the elements are not smaller on the left.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        /// <summary>Logical and, bitwise for integers.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        /// <summary>Logical or, bitwise for integers.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        /// <summary>Exclusive or, bitwise for integers.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        /// <summary>Logical not, bitwise for integers.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
    }
}
