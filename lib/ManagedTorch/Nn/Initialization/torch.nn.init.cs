using MathNet.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills parameters with their first values. Each method changes its tensor and returns it.</summary>
        public static partial class init
        {
            /// <summary>Which side of a weight the variance is kept for.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: keeps the variance of activations in the forward pass.</summary>
                FanIn,

                /// <summary>The outputs: keeps the variance of gradients in the backward pass.</summary>
                FanOut,
            }

            /// <summary>The function that follows a weight.</summary>
            public enum NonlinearityType
            {
                /// <summary>None.</summary>
                Linear,

                /// <summary>A one-dimensional convolution.</summary>
                Conv1D,

                /// <summary>A two-dimensional convolution.</summary>
                Conv2D,

                /// <summary>A three-dimensional convolution.</summary>
                Conv3D,

                /// <summary>A transposed one-dimensional convolution.</summary>
                ConvTranspose1D,

                /// <summary>A transposed two-dimensional convolution.</summary>
                ConvTranspose2D,

                /// <summary>A transposed three-dimensional convolution.</summary>
                ConvTranspose3D,

                /// <summary>The logistic function.</summary>
                Sigmoid,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh,

                /// <summary>max(0, x).</summary>
                ReLU,

                /// <summary>max(0, x) plus a small slope below zero.</summary>
                LeakyReLU,
            }

            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Fill(tensor, t => t.zero_());

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Uniform numbers in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Normal numbers within [a, b], by the inverse of the distribution function: one uniform number each.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                double lower = NormalDistribution((a - mean) / std);
                double upper = NormalDistribution((b - mean) / std);
                return Fill(tensor, t =>
                {
                    t.uniform_(2 * lower - 1, 2 * upper - 1, generator);
                    TensorElements.Map(t, u => Math.Clamp(mean + std * Math.Sqrt(2) * SpecialFunctions.ErfInv(u), a, b));
                });
            }

            /// <summary>Uniform numbers of variance 2 gain^2 / (fan in + fan out) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                double bound = Math.Sqrt(3) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers of variance 2 gain^2 / (fan in + fan out) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierStd(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>
            /// Uniform numbers of variance gain^2 / fan (He et al. 2015); <paramref name="a"/> is the slope of LeakyReLU.
            /// </summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers of variance gain^2 / fan (He et al. 2015); <paramref name="a"/> is the slope of LeakyReLU.</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

            /// <summary>
            /// gain times a random matrix with orthonormal rows or columns, whichever are fewer (Saxe et al. 2014): the Q of the QR
            /// decomposition of normal numbers, with the signs that make R's diagonal positive. Shape (out, ...), read as (out, rest).
            /// </summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.ndim < 2)
                {
                    throw new ArgumentException(
                        $"orthogonal_: needs at least two dimensions, got shape [{string.Join(", ", tensor.shape)}]");
                }
                if (tensor.numel() == 0)
                {
                    return tensor;
                }
                int rows = (int)tensor.shape[0];
                int columns = (int)(tensor.numel() / rows);
                using Tensor drawn = torch.empty([rows, columns], tensor.dtype).normal_(0, 1);
                using Tensor wide = drawn.to(ScalarType.Float64);
                // the numbers row by row are the transposed matrix column by column
                var matrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfColumnMajor(columns, rows, wide.data<double>().ToArray());
                var factors = (rows < columns ? matrix : matrix.Transpose()).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
                double[] values = new double[rows * columns];
                for (int i = 0; i < values.Length; i++)
                {
                    (int row, int column) = (i / columns, i % columns);
                    (row, column) = rows < columns ? (column, row) : (row, column);
                    values[i] = gain * factors.Q[row, column] * (factors.R[column, column] < 0 ? -1 : 1);
                }
                using Tensor result = torch.tensor(values);
                return Fill(tensor, t => t.copy_(result.reshape(t.shape)));
            }

            /// <summary>The factor that a function takes from the standard deviation.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>The number of inputs and outputs that an element of a weight (out, in, ...) takes part in.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException($"fan in and fan out need at least two dimensions, got shape [{string.Join(", ", shape)}]");
                }
                long receptive = shape.Skip(2).Aggregate(1L, (product, length) => product * length);
                return (shape[1] * receptive, shape[0] * receptive);
            }

            private static double XavierStd(Tensor tensor, double gain)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingStd(Tensor tensor, double slope, FanInOut mode, NonlinearityType nonlinearity)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, slope) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double NormalDistribution(double x) => (1 + SpecialFunctions.Erf(x / Math.Sqrt(2))) / 2;

            private static Tensor Fill(Tensor tensor, Action<Tensor> fill)
            {
                // a parameter requires gradients, and what follows is no step of a computation
                using (no_grad())
                {
                    fill(tensor);
                }
                return tensor;
            }
        }
    }
}
