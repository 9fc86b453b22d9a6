using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>y = x W^T + b.</summary>
        /// <param name="inputSize">The length of an input vector.</param>
        /// <param name="outputSize">The length of an output vector.</param>
        /// <param name="hasBias">Whether there is a b.</param>
        /// <param name="device">The device of the parameters.</param>
        /// <param name="dtype">The element type of the parameters.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A linear layer of given parameters: weight (out, in), bias (out).</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>Normalises the last dimension of each sample.</summary>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalises the last dimensions of each sample together.</summary>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
        public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true,
            bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Batch normalisation of (N, C, H, W).</summary>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true,
            bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>A table of learned vectors.</summary>
        /// <param name="num_embeddings">The number of vectors.</param>
        /// <param name="embedding_dims">Their length.</param>
        /// <param name="padding_idx">A number whose vector is zero and stays so.</param>
        /// <param name="max_norm">Not supported by the embedded engine.</param>
        /// <param name="norm_type">Of use with max_norm alone.</param>
        /// <param name="scale_grad_by_freq">Not supported by the embedded engine.</param>
        /// <param name="sparse">Not supported by the embedded engine.</param>
        /// <param name="device">The device of the table.</param>
        /// <param name="dtype">The element type of the table.</param>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            CheckEmbedding(max_norm, scale_grad_by_freq, sparse);
            return Modules.Embedding.Drawn(num_embeddings, embedding_dims, padding_idx, device, dtype);
        }

        /// <summary>A table of given vectors (count, dimensions), which learn unless they are frozen.</summary>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null,
            double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
            ScalarType? dtype = null)
        {
            CheckEmbedding(max_norm, scale_grad_by_freq, sparse);
            return Modules.Embedding.FromPretrained(dtype is { } type ? embeddings.to(type) : embeddings, freeze, padding_idx);
        }

        /// <summary>Drops elements in training.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Joins dimensions into one; by default all but the first.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Splits a dimension into several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>Hands its input on.</summary>
        public static Identity Identity() => new();

        private static void CheckEmbedding(double? maxNorm, bool scaleByFrequency, bool sparse)
        {
            if (maxNorm is not null || scaleByFrequency || sparse)
            {
                throw new NotSupportedException("Embedding: the embedded engine has no max_norm, scale_grad_by_freq and sparse");
            }
        }
    }
}
