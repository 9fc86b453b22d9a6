// Smooth functions of one element, s(x) = 1 / (1 + exp(-x)); y and dx have the shape of x.
// softplus: log(1 + exp(b x)) / b, dx = dy s(b x); log_sigmoid: log s(x), dx = dy s(-x); silu: x s(x), dx = dy s (1 + x (1 - s));
// mish: x tanh(softplus(x)); softsign: x / (1 + |x|), dx = dy / (1 + |x|)^2; tanhshrink: x - tanh(x), dx = dy tanh(x)^2.
// glu: (..., 2n) to (..., n): a s(b), da = dy s(b), db = dy a s(b) (1 - s(b)).

using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>log(1 + exp(beta x)) / beta, a smooth relu; x itself where beta x is above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) =>
            Pointwise.Apply("softplus", this, new SoftplusActivation(beta, threshold));

        /// <summary>The logarithm of the sigmoid.</summary>
        public Tensor log_sigmoid() => Pointwise.Apply("log_sigmoid", this, new LogSigmoidActivation());

        /// <summary>x sigmoid(x) (Hendrycks and Gimpel 2016, section 2).</summary>
        public Tensor silu() => Pointwise.Apply("silu", this, new SiluActivation());

        /// <summary>The same, in place.</summary>
        public Tensor silu_() => Arithmetics.InPlace("silu_", this, t => t.silu());

        /// <summary>The same, in place.</summary>
        public Tensor gelu_() => Arithmetics.InPlace("gelu_", this, t => t.gelu());

        /// <summary>The first half of a dimension times the sigmoid of the second (Dauphin et al. 2017, equation 1).</summary>
        /// <exception cref="ArgumentException">The length of the dimension is odd.</exception>
        public Tensor glu(long dim = -1)
        {
            var at = ManagedTorch.Core.Layout.Dimension(dim, Rank, "glu");
            if (Rank == 0 || Sizes[at] % 2 != 0)
                throw ManagedTorch.Core.Errors.Shape("glu", Sizes, $"dimension {dim} needs an even length");
            var half = Sizes[at] / 2;
            return narrow(at, 0, half) * narrow(at, half, half).sigmoid();
        }
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>log(1 + exp(beta x)) / beta, a smooth relu; x itself where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>The logarithm of the sigmoid.</summary>
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            /// <summary>x sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("silu_", x, t => t.silu()) : x.silu();

            /// <summary>x tanh(log(1 + exp(x))) (Misra 2019).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("mish_", x, t => Pointwise.Apply("mish", t, new MishActivation()))
                    : Pointwise.Apply("mish", x, new MishActivation());

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("softsign_", x, t => Pointwise.Apply("softsign", t, new SoftsignActivation()))
                    : Pointwise.Apply("softsign", x, new SoftsignActivation());

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("tanhshrink_", x, t => Pointwise.Apply("tanhshrink", t, new TanhshrinkActivation()))
                    : Pointwise.Apply("tanhshrink", x, new TanhshrinkActivation());

            /// <summary>The first half of a dimension times the sigmoid of the second (Dauphin et al. 2017, equation 1).</summary>
            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            /// <summary>The softmax of -x.</summary>
            public static Tensor softmin(Tensor x, long dim) => (-x).softmax(dim);

            /// <summary>The softmax over the channels of (N, C, H, W) or (C, H, W).</summary>
            public static Tensor softmax2d(Tensor x) => x.Rank is 3 or 4
                ? x.softmax(-3)
                : throw ManagedTorch.Core.Errors.Shape("softmax2d", x.Sizes, "it needs (N, C, H, W) or (C, H, W)");
        }
    }
}
