using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>Arithmetic with history.</summary>
    internal static class Arithmetics
    {
        /// <summary>A number as a tensor without dimensions, of the type it takes beside another tensor.</summary>
        public static Tensor FromNumber(TorchSharp.Scalar number, Tensor beside) =>
            Creation.Full([], number, Elementwise.ScalarTypeBeside(beside, number));

        public static Tensor Add(Tensor a, Tensor b)
        {
            var result = Elementwise.Binary<BinaryOperators.Add>("add", a, b);
            if (Tape.Open("add", a, b) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, b.Sizes);
            node.Define(g =>
            [
                node.Needs(0) ? Reduction.SumTo(g[0]!, shapeA) : null,
                node.Needs(1) ? Reduction.SumTo(g[0]!, shapeB) : null,
            ]);
            return node.Close(result);
        }

        public static Tensor Subtract(Tensor a, Tensor b)
        {
            var result = Elementwise.Binary<BinaryOperators.Subtract>("sub", a, b);
            if (Tape.Open("sub", a, b) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, b.Sizes);
            node.Define(g =>
            [
                node.Needs(0) ? Reduction.SumTo(g[0]!, shapeA) : null,
                node.Needs(1) ? Reduction.SumTo(g[0]!.neg(), shapeB) : null,
            ]);
            return node.Close(result);
        }

        public static Tensor Multiply(Tensor a, Tensor b)
        {
            var result = Elementwise.Binary<BinaryOperators.Multiply>("mul", a, b);
            if (Tape.Open("mul", a, b) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, b.Sizes);
            var savedA = node.Needs(1) ? node.Save(a) : null;
            var savedB = node.Needs(0) ? node.Save(b) : null;
            node.Define(g =>
            [
                savedB is null ? null : Reduction.SumTo(Multiply(g[0]!, Complexes.Conjugate(savedB.Value)), shapeA),
                savedA is null ? null : Reduction.SumTo(Multiply(g[0]!, Complexes.Conjugate(savedA.Value)), shapeB),
            ]);
            return node.Close(result);
        }

        public static Tensor Divide(Tensor a, Tensor b)
        {
            var type = DTypes.ToFloating(Elementwise.ResultType(a, b));
            var result = Elementwise.Binary<BinaryOperators.Divide>("div", a, b, type);
            if (Tape.Open("div", a, b) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, b.Sizes);
            var savedB = node.Save(b);
            var savedResult = node.Needs(1) ? node.Save(result) : null;
            node.Define(g =>
            {
                var byA = g[0]! / Complexes.Conjugate(savedB.Value);
                return
                [
                    node.Needs(0) ? Reduction.SumTo(byA, shapeA) : null,
                    savedResult is null ? null : Reduction.SumTo((byA * Complexes.Conjugate(savedResult.Value)).neg(), shapeB),
                ];
            });
            return node.Close(result);
        }

        public static Tensor Power(Tensor a, Tensor exponent)
        {
            var result = Elementwise.Binary<BinaryOperators.Power>("pow", a, exponent);
            if (Tape.Open("pow", a, exponent) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, exponent.Sizes);
            var (savedA, savedB) = (node.Save(a), node.Save(exponent));
            var savedResult = node.Needs(1) ? node.Save(result) : null;
            node.Define(g =>
            [
                node.Needs(0) ? Reduction.SumTo(g[0]! * PowerSlope(savedA.Value, savedB.Value), shapeA) : null,
                savedResult is null ? null : Reduction.SumTo(g[0]! * savedResult.Value * LogOrZero(savedA.Value), shapeB),
            ]);
            return node.Close(result);
        }

        private static Tensor LogOrZero(Tensor a) => where(a > 0, a.log(), a.zeros_like());

        // b a^(b - 1), and 0 for b = 0 even where a is 0.
        private static Tensor PowerSlope(Tensor a, Tensor b) =>
            where(b == 0, Creation.Full([], 0, a.Type), b * Elementwise.Binary<BinaryOperators.Power>("pow", a, b - 1));

        /// <summary>The larger (or smaller) of two; where they are equal each input gets half of the gradient.</summary>
        public static Tensor Extremum<TOp>(string name, Tensor a, Tensor b) where TOp : IBinaryOperator
        {
            var result = Elementwise.Binary<TOp>(name, a, b);
            if (Tape.Open(name, a, b) is not { } node)
                return result;
            var (shapeA, shapeB) = (a.Sizes, b.Sizes);
            var (savedA, savedB, savedResult) = (node.Save(a), node.Save(b), node.Save(result));
            node.Define(g =>
            {
                var half = (savedA.Value == savedB.Value).to_type(g[0]!.Type) * 0.5;
                var fromA = (savedResult.Value == savedA.Value).to_type(g[0]!.Type) - half;
                var fromB = (savedResult.Value == savedB.Value).to_type(g[0]!.Type) - half;
                return [Reduction.SumTo(g[0]! * fromA, shapeA), Reduction.SumTo(g[0]! * fromB, shapeB)];
            });
            return node.Close(result);
        }

        /// <summary>An in-place operation, written as its out-of-place form whose result is stored in the first tensor.</summary>
        public static Tensor InPlace(string name, Tensor target, Func<Tensor, Tensor> operation)
        {
            target.BeforeInPlace(name);
            Tensor result;
            if (GradMode.Enabled)
            {
                // The operation sees a copy with the old history, for its node may save the old values.
                // The target then takes the new history.
                using var before = target.Copy();
                before.History = target.History;
                result = operation(before);
            }
            else
            {
                result = operation(target);
            }

            if (result.History is not null)
                target.RefuseView(name);
            if (!result.Sizes.AsSpan().SequenceEqual(target.Sizes))
                throw Errors.Shapes(name, target.Sizes, result.Sizes, "the result does not fit into the tensor");
            using var cast = Casts.To(result, target.Type);
            Tensor.CopyElements(cast, target);
            target.AfterInPlace();
            if (result.History is { Node: { } node } history)
            {
                target.History = new History { Node = node, Output = history.Output };
                node.Outputs[history.Output] = target.History;
            }

            result.Dispose();
            return target;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public unsafe partial class Tensor
        {
            /// <summary>Sum of elements, broadcast.</summary>
            /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
            public Tensor add(Tensor target) => Arithmetics.Add(this, target);

            /// <summary>Adds a number.</summary>
            public Tensor add(Scalar scalar) => With(scalar, Arithmetics.Add);

            /// <summary>this + alpha * target.</summary>
            public Tensor add(Tensor target, Scalar alpha) => Arithmetics.Add(this, target.mul(alpha));

            /// <summary>Difference of elements, broadcast.</summary>
            public Tensor sub(Tensor target) => Arithmetics.Subtract(this, target);

            /// <summary>Subtracts a number.</summary>
            public Tensor sub(Scalar target) => With(target, Arithmetics.Subtract);

            /// <summary>Difference of elements, broadcast.</summary>
            public Tensor subtract(Tensor target) => sub(target);

            /// <summary>Product of elements, broadcast.</summary>
            public Tensor mul(Tensor target) => Arithmetics.Multiply(this, target);

            /// <summary>Multiplies by a number.</summary>
            public Tensor mul(Scalar target) => With(target, Arithmetics.Multiply);

            /// <summary>Product of elements, broadcast.</summary>
            public Tensor multiply(Tensor target) => mul(target);

            /// <summary>Quotient of elements, broadcast; a float even for integers unless rounding is asked for.</summary>
            public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode switch
            {
                RoundingMode.None => Arithmetics.Divide(this, target),
                RoundingMode.floor => floor_divide(target),
                _ => Arithmetics.Divide(this, target).trunc().to_type(Elementwise.ResultType(this, target)),
            };

            /// <summary>Divides by a number.</summary>
            public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
                With(target, (a, b) => a.div(b, rounding_mode));

            /// <summary>Quotient of elements, broadcast.</summary>
            public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

            /// <summary>Quotient rounded down. No gradient.</summary>
            public Tensor floor_divide(Tensor other) => Elementwise.Binary<BinaryOperators.FloorDivide>("floor_divide", this, other);

            /// <summary>Quotient rounded down. No gradient.</summary>
            public Tensor floor_divide(Scalar other) => With(other, (a, b) => a.floor_divide(b));

            /// <summary>Remainder with the sign of the divisor. Gradients: g and -g floor(a / b).</summary>
            public Tensor remainder(Tensor target) => Binary.Apply<BinaryOperators.Remainder>("remainder", this, target,
                (g, a, b, r) => g, (g, a, b, r) => (g * (a / b).floor()).neg(), floating: false);

            /// <summary>Remainder with the sign of the divisor.</summary>
            public Tensor remainder(Scalar scalar) => With(scalar, (a, b) => a.remainder(b));

            /// <summary>Elements to a power.</summary>
            public Tensor pow(Tensor exponent) => Arithmetics.Power(this, exponent);

            /// <summary>Elements to a power.</summary>
            public Tensor pow(Scalar exponent) =>
                exponent.AsDouble == 2 && !DTypes.HigherCategory(exponent.Type, Type) ? square() : With(exponent, Arithmetics.Power);

            /// <summary>The larger of two elements.</summary>
            public Tensor maximum(Tensor other) => Arithmetics.Extremum<BinaryOperators.Maximum>("maximum", this, other);

            /// <summary>The smaller of two elements.</summary>
            public Tensor minimum(Tensor other) => Arithmetics.Extremum<BinaryOperators.Minimum>("minimum", this, other);

            /// <summary>Adds in place.</summary>
            public Tensor add_(Tensor target) => InPlaceFast<BinaryOperators.Add>("add_", target, t => t.add(target));

            /// <summary>Adds a number in place.</summary>
            public Tensor add_(Scalar scalar) => InPlaceFast<BinaryOperators.Add>("add_", scalar, t => t.add(scalar));

            /// <summary>Adds alpha * target in place.</summary>
            public Tensor add_(Tensor target, Scalar alpha) => Arithmetics.InPlace("add_", this, t => t.add(target, alpha));

            /// <summary>Subtracts in place.</summary>
            public Tensor sub_(Tensor target) => InPlaceFast<BinaryOperators.Subtract>("sub_", target, t => t.sub(target));

            /// <summary>Subtracts a number in place.</summary>
            public Tensor sub_(Scalar target) => InPlaceFast<BinaryOperators.Subtract>("sub_", target, t => t.sub(target));

            /// <summary>Multiplies in place.</summary>
            public Tensor mul_(Tensor target) => InPlaceFast<BinaryOperators.Multiply>("mul_", target, t => t.mul(target));

            /// <summary>Multiplies by a number in place.</summary>
            public Tensor mul_(Scalar target) => InPlaceFast<BinaryOperators.Multiply>("mul_", target, t => t.mul(target));

            /// <summary>Divides in place.</summary>
            public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
                rounding_mode == RoundingMode.None && DTypes.IsFloating(Type)
                    ? InPlaceFast<BinaryOperators.Divide>("div_", target, t => t.div(target))
                    : Arithmetics.InPlace("div_", this, t => t.div(target, rounding_mode));

            /// <summary>Divides by a number in place.</summary>
            public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
                ? InPlaceFast<BinaryOperators.Divide>("div_", target, t => t.div(target))
                : Arithmetics.InPlace("div_", this, t => t.div(target, rounding_mode));

            /// <summary>Raises to a power in place.</summary>
            public Tensor pow_(Scalar exponent) => Arithmetics.InPlace("pow_", this, t => t.pow(exponent));

            /// <summary>this + value * tensor1 * tensor2.</summary>
            public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => this + (tensor1 * tensor2 * value);

            /// <summary>this += value * tensor1 * tensor2.</summary>
            public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
                Arithmetics.InPlace("addcmul_", this, t => t.addcmul(tensor1, tensor2, value));

            /// <summary>this + value * tensor1 / tensor2.</summary>
            public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => this + (tensor1 / tensor2 * value);

            /// <summary>this += value * tensor1 / tensor2.</summary>
            public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
                Arithmetics.InPlace("addcdiv_", this, t => t.addcdiv(tensor1, tensor2, value));

            /// <summary>this + weight * (end - this).</summary>
            public Tensor lerp(Tensor end, Tensor weight) => this + (weight * (end - this));

            /// <summary>Elements limited to [min, max]; null leaves a side open.</summary>
            public Tensor clamp(Scalar? min = null, Scalar? max = null)
            {
                var result = Limited(min, max);
                if (Tape.Open("clamp", this) is not { } node)
                    return result;
                var saved = node.Save(this);
                node.Define(g =>
                {
                    var inside = saved.Value.ones_like().to_type(ScalarType.Bool);
                    if (min is not null)
                        inside = inside & (saved.Value >= min);
                    if (max is not null)
                        inside = inside & (saved.Value <= max);
                    return [g[0]! * inside.to_type(g[0]!.Type)];
                });
                return node.Close(result);
            }

            /// <summary>Limits the elements in place.</summary>
            public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Arithmetics.InPlace("clamp_", this, t => t.clamp(min, max));

            /// <summary>Elements not below a number.</summary>
            public Tensor clamp_min(Scalar min) => clamp(min, (Scalar?)null);

            /// <summary>Elements not above a number.</summary>
            public Tensor clamp_max(Scalar max) => clamp((Scalar?)null, max);

            /// <summary>Elements limited to [min, max].</summary>
            public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

            /// <summary>The values of clamp, without history.</summary>
            private Tensor Limited(Scalar? min, Scalar? max)
            {
                if (min is null && max is null)
                    return Copy();
                var raised = min is null ? this : With(min, (a, b) => Elementwise.Binary<BinaryOperators.Maximum>("clamp", a, b));
                if (max is null)
                    return raised;
                var result = raised.With(max, (a, b) => Elementwise.Binary<BinaryOperators.Minimum>("clamp", a, b));
                if (min is not null)
                    raised.Dispose();
                return result;
            }

            /// <summary>An operation on this tensor and a number; the number's tensor lives as long as the call.</summary>
            private Tensor With(Scalar number, Func<Tensor, Tensor, Tensor> operation)
            {
                using var other = OutsideScopes(number);
                return operation(this, other);
            }

            /// <summary>The number as a tensor that no scope knows, so that scopes do not fill up with numbers.</summary>
            private Tensor OutsideScopes(Scalar number)
            {
                using var suspended = DisposeScopeManager.Suspend();
                return Arithmetics.FromNumber(number, this);
            }

            // Without a graph a number changes floats where they lie; integers keep the general way, which rounds.
            private Tensor InPlaceFast<TOp>(string name, Scalar number, Func<Tensor, Tensor> recorded) where TOp : IBinaryOperator
            {
                if ((GradMode.Enabled && History is not null) || !DTypes.IsFloating(Type))
                    return Arithmetics.InPlace(name, this, recorded);
                using var other = OutsideScopes(number);
                return InPlaceFast<TOp>(name, other, recorded);
            }

            private Tensor InPlaceFast<TOp>(string name, Tensor target, Func<Tensor, Tensor> recorded) where TOp : IBinaryOperator
            {
                if (GradMode.Enabled && (History is not null || target.History is not null))
                    return Arithmetics.InPlace(name, this, recorded);
                BeforeInPlace(name);
                Elementwise.BinaryInPlace<TOp>(name, this, target);
                AfterInPlace();
                return this;
            }
        }
    }
}
