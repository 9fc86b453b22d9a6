using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>What is left of the steps so far; null before the first one, and without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => momentum_buffer = null;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            if (!ReferenceEquals(source, this))
            {
                CopyTensor(((State)source).momentum_buffer, ref momentum_buffer);
            }
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => LoadConditionalStateTensor(reader, ref momentum_buffer, CPU);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && Close(momentum_buffer, state.momentum_buffer);

        /// <summary>Releases the buffer.</summary>
        public void Dispose() => momentum_buffer?.Dispose();
    }
}
