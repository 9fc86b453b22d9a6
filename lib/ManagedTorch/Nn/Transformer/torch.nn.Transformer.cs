using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The function between the two linear layers of a Transformer layer.</summary>
        public enum Activations
        {
            /// <summary>max(0, x).</summary>
            ReLU = 0,

            /// <summary>x times the probability that a normal number is below x.</summary>
            GELU = 1,
        }

        /// <summary>Attention in several heads, sequence first.</summary>
        /// <param name="embedded_dim">The width E of queries and results.</param>
        /// <param name="num_heads">The number of heads, which divides the width.</param>
        /// <param name="dropout">The share of the attention weights that is dropped in training.</param>
        /// <param name="bias">Whether the projections have biases.</param>
        /// <param name="add_bias_kv">Whether a learned key and value are added to the others.</param>
        /// <param name="add_zero_attn">Whether a key and a value of zeros are added to the others.</param>
        /// <param name="kdim">The width of the keys, if not E.</param>
        /// <param name="vdim">The width of the values, if not E.</param>
        public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0, bool bias = true,
            bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);

        /// <summary>One layer of an encoder, sequence first, normalisation last.</summary>
        public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048,
            double dropout = 0.1, Activations activation = Activations.ReLU) =>
            new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation));

        /// <summary>Copies of an encoder layer, one after the other.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
            new(encoder_layer, num_layers);

        /// <summary>One layer of a decoder, sequence first, normalisation last.</summary>
        public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048,
            double dropout = 0.1, Activations activation = Activations.ReLU) =>
            new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation));

        /// <summary>Copies of a decoder layer, one after the other.</summary>
        public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) =>
            new(decoder_layer, num_layers);

        /// <summary>Encoder and decoder, sequence first, normalisation last.</summary>
        public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6,
            long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
            new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation), num_encoder_layers, num_decoder_layers);
    }
}
