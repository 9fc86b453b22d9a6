// Straight lines between two limits; y and dx have the shape of x.
// hardtanh: min(max(x, low), high), dx = dy between the limits, else 0;
// hardsigmoid: (x + 3) / 6 within [0, 1], dx = dy / 6 between -3 and 3;
// hardswish: x hardsigmoid(x), dx = dy (2x + 3) / 6 between -3 and 3, dy above, 0 below.

using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>x times hardsigmoid(x) (Howard et al. 2019).</summary>
        public Tensor hardswish() => Pointwise.Apply("hardswish", this, new HardswishActivation());

        /// <summary>The same, in place.</summary>
        public Tensor hardswish_() => Arithmetics.InPlace("hardswish_", this, t => t.hardswish());

        /// <summary>(x + 3) / 6, limited to [0, 1].</summary>
        public Tensor hardsigmoid() => Pointwise.Apply("hardsigmoid", this, new HardsigmoidActivation());

        /// <summary>The same, in place.</summary>
        public Tensor hardsigmoid_() => Arithmetics.InPlace("hardsigmoid_", this, t => t.hardsigmoid());

        /// <summary>Limited to [min, max].</summary>
        public Tensor hardtanh(Scalar min, Scalar max) =>
            Pointwise.Apply("hardtanh", this, new HardtanhActivation(min.AsDouble, max.AsDouble));

        /// <summary>The same, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Arithmetics.InPlace("hardtanh_", this, t => t.hardtanh(min, max));
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x times hardsigmoid(x) (Howard et al. 2019).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("hardswish_", input, t => t.hardswish()) : input.hardswish();

            /// <summary>(x + 3) / 6, limited to [0, 1].</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("hardsigmoid_", input, t => t.hardsigmoid()) : input.hardsigmoid();

            /// <summary>Limited to [min, max].</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? Arithmetics.InPlace("hardtanh_", x, t => t.hardtanh(min_val, max_val)) : x.hardtanh(min_val, max_val);

            /// <summary>x where |x| is above the limit, else zero.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                Pointwise.Apply("hardshrink", x, new HardshrinkActivation(lambda));

            /// <summary>x moved towards zero by the limit; zero within it.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                Pointwise.Apply("softshrink", x, new SoftshrinkActivation(lambda));
        }
    }
}
