using System.Numerics.Tensors;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done with the parameters of a whole model.</summary>
        public static partial class utils
        {
            /// <summary>Keeps PyTorch's quotient finite for gradients that are all zero.</summary>
            private const double NormEpsilon = 1e-6;

            /// <summary>
            /// Scales all gradients by one factor so that their norm, taken over all of them together, is at most
            /// <paramref name="max_norm"/>.
            /// </summary>
            /// <param name="tensors">Parameters; those without a gradient count for nothing.</param>
            /// <param name="max_norm">The largest norm allowed.</param>
            /// <param name="norm_type">The p of the p-norm; infinity for the largest magnitude.</param>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                Tensor[] gradients = [.. tensors.Select(t => t.grad).OfType<Tensor>()];
                double total = Combine(gradients.Select(g => Norm(g, norm_type)), norm_type);
                double factor = max_norm / (total + NormEpsilon);
                if (factor < 1)
                {
                    using (no_grad())
                    {
                        foreach (Tensor gradient in gradients)
                        {
                            gradient.mul_(factor);
                        }
                    }
                }
                return total;
            }

            /// <summary>Brings every element of every gradient into [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using (no_grad())
                {
                    foreach (Tensor gradient in tensors.Select(t => t.grad).OfType<Tensor>())
                    {
                        gradient.clamp_(-clip_value, clip_value);
                    }
                }
            }

            private static double Norm(Tensor gradient, double p)
            {
                using Tensor ordered = gradient.InOrder();
                if (ordered.dtype == ScalarType.Float32)
                {
                    ReadOnlySpan<float> elements = TensorElements.Span<float>(ordered);
                    return p == 2 ? TensorPrimitives.Norm(elements)
                        : double.IsPositiveInfinity(p) ? Largest(elements)
                        : Powers(elements, p);
                }
                ReadOnlySpan<double> wide = TensorElements.Span<double>(ordered);
                return p == 2 ? TensorPrimitives.Norm(wide) : double.IsPositiveInfinity(p) ? Largest(wide) : Powers(wide, p);
            }

            private static double Combine(IEnumerable<double> norms, double p) =>
                double.IsPositiveInfinity(p) ? norms.DefaultIfEmpty(0).Max() : Math.Pow(norms.Sum(n => Math.Pow(n, p)), 1 / p);

            private static double Largest<T>(ReadOnlySpan<T> elements) where T : System.Numerics.INumber<T> =>
                elements.IsEmpty ? 0 : double.CreateChecked(T.Abs(TensorPrimitives.MaxMagnitude(elements)));

            private static double Powers<T>(ReadOnlySpan<T> elements, double p) where T : System.Numerics.INumber<T>
            {
                double sum = 0;
                foreach (T element in elements)
                {
                    sum += Math.Pow(Math.Abs(double.CreateChecked(element)), p);
                }
                return Math.Pow(sum, 1 / p);
            }
        }
    }
}
