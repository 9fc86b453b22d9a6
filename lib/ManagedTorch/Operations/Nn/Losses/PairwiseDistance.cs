// x1, x2 (..., D) to y (...): y = |x1 - x2 + eps|_p; dx1 is the gradient of the norm, dx2 its negative.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The p-norm of input1 - input2 + eps along the last dimension, (..., D) to (...).</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                (input1 - input2 + eps).norm(-1, keepdim, (float)p);
        }
    }
}
