using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>x above zero, else slope * x (Maas et al. 2013).</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>x above zero, else alpha (exp(x) - 1) (Clevert et al. 2016, equation 15).</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>ELU with the two constants that keep mean 0 and variance 1 (Klambauer et al. 2017, equation 2).</summary>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>x above zero, else alpha (exp(x / alpha) - 1) (Barron 2017, equation 2).</summary>
        public static CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>Limited to [0, 6] (Howard et al. 2017).</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>x above zero, else x times the middle of the two slopes, as in evaluation (Xu et al. 2015).</summary>
        public static RReLU RReLU(double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false) =>
            new(lower, upper, inplace);

        /// <summary>x above the threshold, else the value.</summary>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        /// <summary>x tanh(log(1 + exp(x))) (Misra 2019).</summary>
        public static Mish Mish() => new(false);

        /// <summary>x tanh(log(1 + exp(x))) (Misra 2019).</summary>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>log(1 + exp(beta x)) / beta, a smooth relu; x itself where beta x is above the threshold.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign() => new(false);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>x - tanh(x).</summary>
        public static Tanhshrink Tanhshrink() => new(false);

        /// <summary>x - tanh(x).</summary>
        public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <summary>The logarithm of the sigmoid.</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>The first half of a dimension times the sigmoid of the second (Dauphin et al. 2017, equation 1).</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>The softmax of -x along a dimension.</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>The softmax over the channels of (N, C, H, W).</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary>x times hardsigmoid(x) (Howard et al. 2019).</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>(x + 3) / 6, limited to [0, 1].</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>Limited to [min, max].</summary>
        public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>x where |x| is above the limit, else zero.</summary>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x moved towards zero by the limit; zero within it.</summary>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>
        /// x above zero, else x times a learned slope: one for all, or one for each channel (dimension 1) (He et al. 2015, equation 1).
        /// </summary>
        public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
            new(num_parameters, init, device, dtype);
    }
}
