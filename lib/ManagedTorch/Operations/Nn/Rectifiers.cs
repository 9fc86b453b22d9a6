using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>x above zero, else slope * x.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => where(this > 0, this, this * negative_slope);

        /// <summary>x above zero, else alpha (exp(x) - 1). Clevert et al. 2016, equation 15.</summary>
        public Tensor elu(double alpha = 1) => where(this > 0, this, clamp_max(0).expm1() * alpha);

        /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x is above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) =>
            where(this * beta > threshold, this, (this * beta).clamp_max(threshold).exp().log1p() / beta);
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x above zero, else slope * x.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("leaky_relu_", input, t => t.leaky_relu(negative_slope)) : input.leaky_relu(negative_slope);

            /// <summary>x above zero, else alpha (exp(x) - 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("elu_", x, t => t.elu(alpha)) : x.elu(alpha);

            /// <summary>log(1 + exp(beta x)) / beta, a smooth relu.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);
        }
    }
}
