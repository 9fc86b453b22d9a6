using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The function of a plain recurrent network.</summary>
        public enum NonLinearities
        {
            /// <summary>max(0, x).</summary>
            ReLU = 0,

            /// <summary>The hyperbolic tangent.</summary>
            Tanh = 1,
        }

        /// <summary>A plain recurrent network, sequence first unless told otherwise.</summary>
        public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1,
            NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0,
            bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(new RecurrentShape(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional ? 2 : 1),
                nonLinearity, device, dtype);

        /// <summary>Gated recurrent units, sequence first unless told otherwise.</summary>
        public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true,
            bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(new RecurrentShape(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional ? 2 : 1), device, dtype);

        /// <summary>Long short-term memory, sequence first unless told otherwise.</summary>
        public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true,
            bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(new RecurrentShape(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional ? 2 : 1), device, dtype);

        /// <summary>One step of a plain recurrent network.</summary>
        public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, nonLinearity, device, dtype);

        /// <summary>One step of a gated recurrent unit.</summary>
        public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);

        /// <summary>One step of long short-term memory.</summary>
        public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);
    }
}
