// Piecewise functions with a bend at zero; y and dx have the shape of x. With s the slope below zero:
// leaky_relu, prelu, rrelu: y = x or s x, dx = dy or s dy (and ds = the sum of x dy where x < 0, for a slope that is learned);
// elu: y = x or a (exp(x) - 1), dx = dy or dy (y + a); threshold: y = x or a value, dx = dy or 0.

using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>x above zero, else slope * x (Maas et al. 2013).</summary>
        public Tensor leaky_relu(Scalar negative_slope) =>
            Pointwise.Apply("leaky_relu", this, new LeakyReluActivation(negative_slope.AsDouble));

        /// <summary>The same, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Arithmetics.InPlace("leaky_relu_", this, t => t.leaky_relu(negative_slope));

        /// <summary>x above zero, else alpha (exp(x) - 1) (Clevert et al. 2016, equation 15).</summary>
        public Tensor elu(double alpha = 1) => Pointwise.Apply("elu", this, new EluActivation(alpha, 1, 1));

        /// <summary>The same, in place.</summary>
        public Tensor elu_(double alpha = 1) => Arithmetics.InPlace("elu_", this, t => t.elu(alpha));

        /// <summary>scale x above zero, else scale alpha (exp(input_scale x) - 1).</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Pointwise.Apply("elu", this, new EluActivation(alpha.AsDouble, scale.AsDouble, input_scale.AsDouble));

        /// <summary>The same, in place.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Arithmetics.InPlace("elu_", this, t => t.elu(alpha, scale, input_scale));

        /// <summary>ELU with the two constants that keep mean 0 and variance 1 (Klambauer et al. 2017, equation 2).</summary>
        public Tensor selu() => Pointwise.Apply("selu", this, new EluActivation(1.6732632423543772, 1.0507009873554805, 1));

        /// <summary>The same, in place.</summary>
        public Tensor selu_() => Arithmetics.InPlace("selu_", this, t => t.selu());

        /// <summary>x above zero, else alpha (exp(x / alpha) - 1) (Barron 2017, equation 2).</summary>
        public Tensor celu(Scalar alpha) => Pointwise.Apply("celu", this, new EluActivation(alpha.AsDouble, 1, 1 / alpha.AsDouble));

        /// <summary>celu with alpha 1.</summary>
        public Tensor celu() => celu(1);

        /// <summary>The same, in place.</summary>
        public Tensor celu_(Scalar alpha) => Arithmetics.InPlace("celu_", this, t => t.celu(alpha));

        /// <summary>celu with alpha 1, in place.</summary>
        public Tensor celu_() => celu_(1);

        /// <summary>Limited to [0, 6] (Howard et al. 2017).</summary>
        public Tensor relu6() => Pointwise.Apply("relu6", this, new HardtanhActivation(0, 6));

        /// <summary>The same, in place.</summary>
        public Tensor relu6_() => Arithmetics.InPlace("relu6_", this, t => t.relu6());

        /// <summary>x above zero, else x times the middle of the two slopes, as in evaluation (Xu et al. 2015).</summary>
        public Tensor rrelu(double lower = 0.125, double upper = 0.3333333333333333) =>
            Pointwise.Apply("rrelu", this, new LeakyReluActivation((lower + upper) / 2));

        /// <summary>The same, in place.</summary>
        public Tensor rrelu_(double lower = 0.125, double upper = 0.3333333333333333) =>
            Arithmetics.InPlace("rrelu_", this, t => t.rrelu(lower, upper));

        /// <summary>
        /// x above zero, else x times a learned slope: one for all, or one for each channel (dimension 1) (He et al. 2015, equation 1).
        /// </summary>
        /// <exception cref="ArgumentException">The number of slopes is neither one nor the number of channels.</exception>
        public Tensor prelu(Tensor target)
        {
            var channels = Rank > 1 ? Sizes[1] : 1;
            if (target.Count != 1 && target.Count != channels)
                throw ManagedTorch.Core.Errors.Shapes("prelu", Sizes, target.Sizes, $"the second needs 1 or {channels} slopes");
            var shape = new long[Math.Max(Rank, 1)];
            Array.Fill(shape, 1);
            shape[Rank > 1 ? 1 : 0] = target.Count;
            return clamp_min(0) + (clamp_max(0) * target.reshape(Rank == 0 ? [] : shape));
        }

        /// <summary>x above the threshold, else the value.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) =>
            Pointwise.Apply("threshold", this, new ThresholdActivation(threshold.AsDouble, value.AsDouble));

        /// <summary>The same, in place.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) =>
            Arithmetics.InPlace("threshold_", this, t => t.threshold(threshold, value));
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x above zero, else slope * x (Maas et al. 2013).</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("leaky_relu_", input, t => t.leaky_relu(negative_slope)) : input.leaky_relu(negative_slope);

            /// <summary>x above zero, else alpha (exp(x) - 1) (Clevert et al. 2016, equation 15).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("elu_", x, t => t.elu(alpha)) : x.elu(alpha);

            /// <summary>ELU with the two constants that keep mean 0 and variance 1 (Klambauer et al. 2017, equation 2).</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("selu_", x, t => t.selu()) : x.selu();

            /// <summary>x above zero, else alpha (exp(x / alpha) - 1) (Barron 2017, equation 2).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("celu_", x, t => t.celu(alpha)) : x.celu(alpha);

            /// <summary>Limited to [0, 6] (Howard et al. 2017).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("relu6_", x, t => t.relu6()) : x.relu6();

            /// <summary>x above zero, else x times the middle of the two slopes, as in evaluation (Xu et al. 2015).</summary>
            public static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("rrelu_", x, t => t.rrelu(lower, upper)) : x.rrelu(lower, upper);

            /// <summary>
            /// x above zero, else x times a learned slope: one for all, or one for each channel (dimension 1) (He et al. 2015, equation 1).
            /// </summary>
            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            /// <summary>x above the threshold, else the value.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("threshold_", x, t => t.threshold(threshold, value)) : x.threshold(threshold, value);
        }
    }
}
