using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Normalisation of each picture's channels in groups (Wu and He 2018, equation 7): y = (x - mean) / sqrt(variance + eps) over a
    /// group's channels and places, then scaled and shifted by channel. A group is a row of layer normalisation, forward and backward.
    /// </summary>
    internal static class GroupNormalizations
    {
        public static Tensor Apply(string name, Tensor x, long groups, Tensor? weight, Tensor? bias, double eps)
        {
            if (x.Rank < 2 || groups < 1 || x.Sizes[1] % groups != 0)
                throw Errors.Shape(name, x.Sizes, $"it needs (N, C, ...) with a multiple of {groups} channels");
            foreach (var parameter in new[] { weight, bias })
                if (parameter is not null && (parameter.Rank != 1 || parameter.Sizes[0] != x.Sizes[1]))
                    throw Errors.Shapes(name, x.Sizes, parameter.Sizes, $"weight and bias need {x.Sizes[1]} elements");
            var row = Layout.Count(x.Sizes.AsSpan(1)) / groups;
            var result = Normalizations.LayerNorm(x.reshape(x.Sizes[0], groups, row), [row], null, null, eps).reshape(x.Sizes);
            long[] channels = [x.Sizes[1], .. Enumerable.Repeat(1L, x.Rank - 2)];
            result = weight is null ? result : result * weight.reshape(channels);
            return bias is null ? result : result + bias.reshape(channels);
        }

        /// <summary>
        /// Each channel of each picture by itself (Ulyanov et al. 2016), which is one group a channel; or with running statistics.
        /// </summary>
        public static Tensor Instance(Tensor x, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool fromInput,
            double momentum, double eps)
        {
            const string name = "instance_norm";
            if (!fromInput)
                return Normalizations.BatchNorm(x, runningMean, runningVariance, weight, bias, false, momentum, eps);
            if (x.Rank < 3 || Layout.Count(x.Sizes.AsSpan(2)) < 2)
                throw Errors.Shape(name, x.Sizes, "it needs (N, C, places) with more than one place");
            using (no_grad())
            {
                using var flat = x.detach().flatten(2);
                runningMean?.mul_(1 - momentum).add_(flat.mean([0, 2]) * momentum);
                runningVariance?.mul_(1 - momentum).add_(flat.var(2L).mean([0]) * momentum);
            }

            return Apply(name, x, x.Sizes[1], weight, bias, eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>
                /// Groups of channels of (N, C, ...) to mean 0 and variance 1 in each picture, then scaled and shifted by channel.
                /// </summary>
                public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null,
                    double eps = 1E-05) =>
                    GroupNormalizations.Apply("group_norm", input, num_groups, weight, bias, eps);

                /// <summary>
                /// Each channel of each picture of (N, C, places) to mean 0 and variance 1, then scaled and shifted by channel.
                /// </summary>
                public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null,
                    Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1E-05) =>
                    GroupNormalizations.Instance(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps);
            }
        }
    }
}
